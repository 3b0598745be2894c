import { toLocalDate } from '../../domain/calendar.ts';
import type { Screening } from '../../domain/screening.ts';
import { type ShownFields, toShownFields } from '../../domain/shown-fields.ts';
import type { Instant, LocalDate } from '../../domain/subject.ts';
import type { FormLinks } from '../../ports/forms.ts';
import type { Rows } from '../../ports/store.ts';
import { findNextStay } from './next-stay.ts';

export interface ShownQuestion {
  readonly propertyId: string;
  readonly guestId: string;
  readonly now: Instant;
  readonly formLinks: FormLinks;
}

export interface Shown {
  readonly shown: ShownFields;
  readonly screening: Screening;
  readonly timeZone: string;
  readonly arrivesOn: LocalDate;
  readonly today: LocalDate;
}

/** What the PMS should show of a guest: its next stay. Nothing where there is none, or its screening was stopped. */
export async function findShown(rows: Rows, about: ShownQuestion): Promise<Shown | undefined> {
  const { propertyId, guestId, now, formLinks } = about;
  const { timeZone } = await rows.properties.get(propertyId);
  const today = toLocalDate(now, timeZone);
  const stay = findNextStay(await rows.subjects.listByGuest(propertyId, guestId), today);
  if (stay?.currentScreeningId === undefined) return undefined;
  const screening = await rows.screenings.get(stay.currentScreeningId);
  const form = await rows.forms.findBySubject(screening);
  const formUrl = form?.state === 'open' ? formLinks.toUrl(form) : undefined;
  const shown = toShownFields(screening, timeZone, formUrl);
  return shown && { shown, screening, timeZone, arrivesOn: stay.subject.fields.arrivesOn, today };
}
