import { toLocalDate } from './calendar.ts';
import type { Finding, Reason } from './finding.ts';
import { knownGuestsId } from './policy/rule-for.ts';
import type { Acquaintance } from './policy/situation.ts';
import { isRelayEmail } from './relay-emails.ts';
import type { ShownOutcome } from './screening.ts';
import type { Instant, LocalDate, ReservationStatus, SubjectFields } from './subject.ts';

/** A stay of somebody who is most likely the same person, this one's own among them. */
export interface PersonStay {
  readonly reservationId: string;
  readonly guestId: string;
  readonly reservationStatus: ReservationStatus;
  readonly arrivesOn: LocalDate;
  /** Of its newest screening, where that is finished. */
  readonly outcome?: ShownOutcome;
  /** When that outcome came about. */
  readonly settledAt?: Instant;
}

/** A person's word that a guest's verification does not hold any more. */
export interface Withdrawal {
  readonly reason: string;
  readonly actor: string;
  readonly at: Instant;
}

/** What people wrote on a guest's card for whoever receives the guest next; it stands until it is lifted. */
export interface Warning {
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
}

export interface PersonHistory {
  readonly stays: readonly PersonStay[];
  readonly withdrawals: readonly Withdrawal[];
  /** When a person last approved any screening of these stays, the overtaken ones included. */
  readonly approvedAt?: Instant;
  /** The stays of which a person declined any screening, likewise. */
  readonly declined?: readonly Declined[];
  /** Those that stand. */
  readonly warnings?: readonly Warning[];
}

export interface Recognition {
  readonly guest: Acquaintance;
  /** One that no approval came after. */
  readonly withdrawn?: Withdrawal;
  /** A stay of this person that somebody declined, and no approval came after. */
  readonly declined?: Declined & { readonly isOwn?: true };
  /** Absent where there are none. */
  readonly warnings?: readonly Warning[];
}

export interface Declined {
  readonly reservationId: string;
  readonly at: Instant;
}

/**
 * Known is whose earlier stay here was cleared, by a machine or by a person, and took place: booking and cancelling makes
 * nobody known. Being declined undoes what was cleared before it, and so does a withdrawn verification; both also warn
 * until a person approves the guest again. Nobody is known while a warning stands.
 */
export function recognise(stay: Pick<PersonStay, 'reservationId' | 'arrivesOn'>, history: PersonHistory): Recognition {
  const { warnings = [] } = history;
  const recognition = recogniseByStays(stay, history);
  return warnings.length === 0 ? recognition : { ...recognition, guest: 'new', warnings };
}

function recogniseByStays(
  stay: Pick<PersonStay, 'reservationId' | 'arrivesOn'>,
  { stays, withdrawals, approvedAt = '', declined: declines = [] }: PersonHistory,
): Recognition {
  const last = withdrawals.reduce<Withdrawal | undefined>(
    (one, next) => (one && one.at > next.at ? one : next),
    undefined,
  );
  const declined = findLastDeclined(stay, declines);
  const warns = declined !== undefined && approvedAt <= declined.at && { declined };
  if (last !== undefined && approvedAt <= last.at) return { guest: 'new', withdrawn: last, ...warns };
  const undoneAt = [last?.at ?? '', declined?.at ?? ''].reduce((one, next) => (one > next ? one : next));
  const counts = (other: PersonStay) => isCleared(other) && (other.settledAt ?? '') > undoneAt;
  return { guest: stays.some((other) => isEarlier(other, stay) && counts(other)) ? 'known' : 'new', ...warns };
}

/** Also where it is this stay, which is screened again: no news of the guest undoes it. */
function findLastDeclined(
  { reservationId }: Pick<PersonStay, 'reservationId'>,
  declines: readonly Declined[],
): Recognition['declined'] {
  const last = declines.reduce<Declined | undefined>((one, next) => (one && one.at > next.at ? one : next), undefined);
  return last?.reservationId === reservationId ? { ...last, isOwn: true } : last;
}

function isEarlier(other: PersonStay, stay: Pick<PersonStay, 'reservationId' | 'arrivesOn'>): boolean {
  const tookPlace = other.reservationStatus === 'checked_in' || other.reservationStatus === 'checked_out';
  return tookPlace && other.reservationId !== stay.reservationId && other.arrivesOn <= stay.arrivesOn;
}

function isCleared({ outcome }: PersonStay): boolean {
  return outcome === 'clear' || outcome === 'approved';
}

/**
 * What tells staff of withdrawn verifications, warnings and declined stays, in the words of those who wrote them, each with its
 * day at the property; nothing without any.
 */
export function toKnownGuestFinding(
  { withdrawn, declined, warnings = [] }: Omit<Recognition, 'guest'>,
  { checkedAt, timeZone }: { readonly checkedAt: Instant; readonly timeZone: string },
): Finding | undefined {
  const toDay: ToDay = (at) => toLocalDate(at, timeZone);
  const reasons = [
    ...(withdrawn === undefined ? [] : [toWithdrawnReason(withdrawn, toDay)]),
    ...warnings.map((warning) => toWarnedReason(warning, toDay)),
    ...(declined === undefined ? [] : [toDeclinedReason(declined, toDay)]),
  ];
  if (reasons.length === 0) return undefined;
  return {
    provider: knownGuestsId,
    providerVersion: '1',
    label: 'Known guest',
    result: 'match',
    strength: 'possible',
    reasons,
    note: withdrawn !== undefined ? 'verification withdrawn' : warnings.length > 0 ? 'warning' : 'declined before',
    checkedAt,
  };
}

type ToDay = (at: Instant) => LocalDate;

function toWithdrawnReason({ reason, actor, at }: Withdrawal, toDay: ToDay): Reason {
  const text = `Verification withdrawn on ${toDay(at)} by ${actor}: ${reason}`;
  return { code: 'known_guest.withdrawn', text };
}

function toWarnedReason({ text, by, at }: Warning, toDay: ToDay): Reason {
  return { code: 'known_guest.warned', text: `Warning of ${toDay(at)} by ${by}: ${text}` };
}

function toDeclinedReason({ reservationId, at, isOwn }: NonNullable<Recognition['declined']>, toDay: ToDay): Reason {
  const which = isOwn
    ? 'this stay, before it was screened again'
    : `another stay of this person, reservation ${reservationId}`;
  const text = `Declined on ${toDay(at)}: ${which}`;
  return { code: 'known_guest.declined', text };
}

/**
 * What the same person has in common over guest ids: names and birth date, with the document or with the e-mail address. Two
 * who share only less may be namesakes. An address that a booking site forwards from is nobody's. Personal data: to be kept
 * as keyed digests only.
 */
export function toPersonKeys(fields: SubjectFields): readonly string[] {
  const { firstName, lastName, birthDate, documentNumber, email } = fields;
  if (firstName === undefined || lastName === undefined || birthDate === undefined) return [];
  const person = [toPlain(firstName), toPlain(lastName), birthDate];
  const document = documentNumber?.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '') ?? '';
  const address = email === undefined || isRelayEmail(email) ? '' : toPlain(email);
  return [
    ...(document === '' ? [] : [toKey('document', [...person, document])]),
    ...(address === '' ? [] : [toKey('email', [...person, address])]),
  ];
}

function toKey(kind: string, parts: readonly string[]): string {
  return `person/${kind}:${JSON.stringify(parts)}`;
}

function toPlain(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
