import { toLocalDate } from '../../domain/calendar.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Selection } from '../../domain/policy/selection.ts';
import type { Screening } from '../../domain/screening.ts';
import { type Standing, toStanding } from '../../domain/standing.ts';
import type { Instant } from '../../domain/subject.ts';
import { housekeeping, toUrgency, type Urgency } from '../../domain/urgency.ts';
import type { FormAsking } from '../../ports/forms.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Property, Rows, StoredSubject } from '../../ports/store.ts';
import { tellOfMatch } from '../alerts/tell-of-match.ts';
import { askGuest } from '../form/ask-guest.ts';
import { countScreening } from '../statistics/count-stay.ts';

export interface StandingNews {
  readonly findings: readonly Finding[];
  readonly policy: Policy;
  /** What the property asks of guests, and how links are made. */
  readonly forms: FormAsking;
  /** As the screening has it, where it is left out. */
  readonly selection?: Selection;
  readonly at: Instant;
}

/**
 * Writes down what is known of a screening now, and makes the PMS show it. An open screening that waits holds no job: what
 * comes later brings its own.
 */
export async function saveStanding(rows: Rows, screening: Screening, news: StandingNews): Promise<Standing> {
  const { id: screeningId, propertyId, guestId } = screening;
  const { findings, policy, at, selection = screening.selection } = news;
  const form = await askGuest(rows, screening, { findings, at, forms: news.forms });
  const standing = toStanding(findings, policy, { selection, form });
  await rows.screenings.saveConclusion(screeningId, { ...standing, findings, at, ...(selection && { selection }) });
  if (!isOpenStatus(standing)) {
    await rows.screenings.addToTimeline({ screeningId, at, event: 'concluded', actor: 'system' });
  }
  const place = await findPlace(rows, screening);
  if (place !== undefined) {
    const concluded = toConcluded(screening, standing, news);
    await countScreening(rows, concluded, place);
    const { subject, isActive } = place.stored;
    await tellOfMatch(rows, { screening: concluded, subject, isActive, timeZone: place.property.timeZone }, at);
  }
  const urgency = toPlaceUrgency(place, at);
  await rows.jobs.enqueue({ kind: 'write-back', payload: { propertyId, guestId }, urgency, runAt: at });
  return standing;
}

/** After the commit: a screening that waits is not finished. */
export function countStanding(metrics: Metrics, standing: Standing): void {
  if (isOpenStatus(standing)) return;
  metrics.count('screenings_finished', {
    status: standing.status,
    outcome: standing.conclusion?.outcome ?? 'none',
  });
}

/** How soon the answers about a screening are needed. */
export async function findUrgency(rows: Rows, screening: Screening, at: Instant): Promise<Urgency> {
  return toPlaceUrgency(await findPlace(rows, screening), at);
}

interface Place {
  readonly stored: StoredSubject;
  readonly property: Property;
}

async function findPlace(rows: Rows, screening: Screening): Promise<Place | undefined> {
  const stored = await rows.subjects.find(screening);
  const property = await rows.properties.find(screening.propertyId);
  return stored === undefined || property === undefined ? undefined : { stored, property };
}

function toPlaceUrgency(place: Place | undefined, at: Instant): Urgency {
  if (place === undefined) return housekeeping;
  return toUrgency(place.stored.subject.fields.arrivesOn, toLocalDate(at, place.property.timeZone));
}

/** The screening as it was just saved. */
function toConcluded(
  screening: Screening,
  { status, conclusion }: Standing,
  { findings, at }: StandingNews,
): Screening {
  return {
    ...screening,
    status,
    findings,
    updatedAt: at,
    ...(conclusion && { outcome: conclusion.outcome, explanation: conclusion.explanation }),
  };
}

function isOpenStatus({ status }: Standing): boolean {
  return status === 'in_progress' || status === 'waiting_for_guest';
}
