import { toAgeOn, toLocalDate } from '../../domain/calendar.ts';
import type { AskedStep } from '../../domain/form/form-steps.ts';
import { toFormSteps } from '../../domain/form/form-steps.ts';
import { fieldsOfTopic } from '../../domain/form/form-field.ts';
import { type FormSettings, formTopics } from '../../domain/form/form-settings.ts';
import { withoutOverlay } from '../../domain/form/overlay.ts';
import type { ReadContext } from '../../domain/form/read-values.ts';
import type { Instant, LocalDate } from '../../domain/subject.ts';
import type { Clock } from '../../ports/clock.ts';
import type { FormAsking, GuestForm } from '../../ports/forms.ts';
import type { Property, Rows, StoredSubject } from '../../ports/store.ts';
import type { FormAccess } from './guest-form.ts';

export interface FormCaseParts {
  readonly clock: Clock;
  readonly forms: FormAsking;
  /** Whether the service sends mail at all. */
  readonly sendsMail: boolean;
  /** Reads a number as one of these countries writes it, the first that fits; E.164. */
  readonly readPhone: (text: string, countries: readonly (string | undefined)[]) => string | undefined;
  readonly phoneCountryFor: (propertyId: string) => string | undefined;
}

/** A form with everything around it, as it stands at one moment. */
export interface FormCase {
  readonly form: GuestForm;
  readonly property: Property;
  readonly settings: FormSettings;
  /** `undefined` of a companion whom the PMS does not know yet. */
  readonly own: StoredSubject | undefined;
  /** The guest, or of an unknown companion the booker: whose stay it is. */
  readonly anchor: StoredSubject;
  /** `guest`, or who of the staff. */
  readonly filledBy: string;
  readonly at: Instant;
  readonly today: LocalDate;
}

/** What leads nowhere is undefined: a wrong token, a closed form, a stay that is off or over. */
export async function findCase(rows: Rows, token: string, parts: FormCaseParts): Promise<FormCase | undefined> {
  const own = await rows.forms.findByToken(token);
  const desk = own === undefined ? await rows.forms.findDeskLink(token, parts.clock.now()) : undefined;
  const form = desk === undefined ? own : await rows.forms.find(desk.formId);
  if (form === undefined || form.state === 'closed') return undefined;
  return toCase(rows, form, { parts, filledBy: desk?.actor ?? 'guest' });
}

export async function toCase(
  rows: Rows,
  form: GuestForm,
  { parts, filledBy }: { readonly parts: FormCaseParts; readonly filledBy: string },
): Promise<FormCase | undefined> {
  const at = parts.clock.now();
  const property = await rows.properties.get(form.propertyId);
  const today = toLocalDate(at, property.timeZone);
  const own = await findOwn(rows, form);
  const anchor = own ?? (await findHost(rows, form));
  if (anchor?.isActive !== true || anchor.subject.fields.departsOn < today) return undefined;
  const settings = parts.forms.settingsFor(form.propertyId);
  return { form, property, settings, own, anchor, filledBy, at, today };
}

async function findOwn(rows: Rows, form: GuestForm): Promise<StoredSubject | undefined> {
  const { propertyId, reservationId, guestId } = form;
  return guestId === undefined ? undefined : rows.subjects.find({ propertyId, reservationId, guestId });
}

async function findHost(rows: Rows, { hostFormId }: GuestForm): Promise<StoredSubject | undefined> {
  const host = hostFormId === undefined ? undefined : await rows.forms.find(hostFormId);
  return host === undefined ? undefined : findOwn(rows, host);
}

/** Whether a page may show anything of it: staff, and guests who have shown the second factor where one is asked. */
export function isUnlocked(
  { form, settings, filledBy }: FormCase,
  { proof }: FormAccess,
  { forms }: Pick<FormCaseParts, 'forms'>,
): boolean {
  return settings.secondFactor === 'none' || filledBy !== 'guest' || proof === forms.links.toFactorProof(form);
}

export function listSteps({ form, settings, own, anchor }: FormCase): readonly AskedStep[] {
  const { content, needed } = form;
  const known = own === undefined ? {} : withoutOverlay(own.subject.fields, content.overlay);
  return toFormSteps({
    settings,
    known,
    needed,
    askedByStaff: content.askedByStaff,
    answered: formTopics.filter((topic) => fieldsOfTopic[topic].some((field) => content.answers[field] !== undefined)),
    isBooker: own?.subject.fields.isMainGuest ?? false,
    isNewCompanion: own === undefined,
    isMinor: isMinorOn(content.answers.birthDate, anchor.subject.fields.arrivesOn),
  });
}

const ofAge = 18;

export function isMinorOn(birthDate: string | undefined, arrivesOn: LocalDate): boolean {
  return birthDate !== undefined && birthDate !== '' && toAgeOn(birthDate, arrivesOn) < ofAge;
}

/** How values are read here; the country that was just typed counts before the one that is known. */
export function toReadContext(
  { form, own, today }: FormCase,
  typedCountry: string | undefined,
  { readPhone, phoneCountryFor }: FormCaseParts,
): ReadContext {
  const { country } = form.content.answers;
  const countries = [typedCountry, country, own?.subject.fields.country, phoneCountryFor(form.propertyId)];
  return { today, readPhone: (text) => readPhone(text, countries) };
}
