import { plusMs } from '../calendar.ts';
import type { FormSettings } from '../form/form-settings.ts';
import type { Instant, LocalDate, ReservationStatus } from '../subject.ts';
import { toDaytime } from './daytime.ts';
import type { FormMailKind, FormMailState, MailStop } from './mail-kinds.ts';

/** Everything that says whether somebody is written to now. */
export interface FormMailCase {
  readonly kind: FormMailKind;
  readonly now: Instant;
  readonly today: LocalDate;
  readonly timeZone: string;
  readonly settings: Pick<FormSettings, 'mail' | 'reminders'>;
  readonly form: {
    readonly state: 'open' | 'submitted' | 'closed';
    readonly generation: number;
    /** When it was sent off last, even where it is open again. */
    readonly submittedAt?: Instant | undefined;
    /** Somebody fills it in on the guest's behalf. */
    readonly isFilledInByAnother: boolean;
  };
  /** Absent where the stay is not known any more. */
  readonly stay:
    | {
        readonly isActive: boolean;
        readonly status: ReservationStatus;
        readonly arrivesOn: LocalDate;
        readonly departsOn: LocalDate;
      }
    | undefined;
  readonly hasAddress: boolean;
  readonly hasUnsubscribed: boolean;
  /** What was sent about this form, oldest first. */
  readonly records: readonly SentMail[];
}

export interface SentMail {
  readonly kind: FormMailKind;
  readonly no: number;
  readonly generation: number;
  readonly state: FormMailState;
  readonly at: Instant;
}

export type FormMailPlan =
  /** `no`: the how-manieth of its kind it is. */
  | { readonly action: 'send'; readonly no: number }
  | { readonly action: 'wait'; readonly until: Instant }
  | { readonly action: 'end'; readonly why: MailStop };

/** Whether this mail goes out now, later or never. Asked at the moment of sending, because much can happen before it. */
export function toFormMailPlan(given: FormMailCase): FormMailPlan {
  const why = findStop(given);
  if (why !== undefined) return { action: 'end', why };
  const ofKind = given.records.filter(({ kind, state }) => kind === given.kind && state === 'sent');
  const no = Math.max(0, ...ofKind.map((record) => record.no)) + 1;
  if (given.kind === 'thanks') return ofKind.length === 0 ? { action: 'send', no } : { action: 'end', why: 'enough' };
  if (given.kind === 'reminder') return toReminderPlan(given, no);
  if (given.kind === 'again') return toAgainPlan(given, no);
  const isSent = given.records.some((record) => isCurrentInvitation(record, given.form));
  return isSent ? { action: 'end', why: 'enough' } : { action: 'send', no };
}

function toReminderPlan({ records, settings, now, timeZone }: FormMailCase, no: number): FormMailPlan {
  const until = findReminderTime(records, { settings, timeZone });
  if (until === undefined) return { action: 'end', why: 'enough' };
  return until > now ? { action: 'wait', until } : { action: 'send', no };
}

/** So long after the mail before, whatever it was: whoever does not find it has to look, and nobody's mailbox is filled. */
const againAfterMs = 10 * 60_000;
const mostAgain = { times: 3, withinMs: 24 * 3_600_000 };

function toAgainPlan({ records, now }: FormMailCase, no: number): FormMailPlan {
  const sent = records.filter(({ state }) => state === 'sent');
  // The first of the last few: with it, one more is free again.
  const earliest = sent.filter(({ kind }) => kind === 'again').at(-mostAgain.times);
  const untils = [
    ...sent.slice(-1).map(({ at }) => plusMs(at, againAfterMs)),
    ...(earliest === undefined ? [] : [plusMs(earliest.at, mostAgain.withinMs)]),
  ];
  const until = untils.sort().at(-1);
  return until !== undefined && until > now ? { action: 'wait', until } : { action: 'send', no };
}

/** When the next reminder is due: by day at the property, so long after the mail before. Undefined where there is none to come. */
export function findReminderTime(
  records: readonly SentMail[],
  { settings, timeZone }: Pick<FormMailCase, 'settings' | 'timeZone'>,
): Instant | undefined {
  const { most, afterHours } = settings.reminders;
  const sent = records.filter(({ kind, state }) => state === 'sent' && kind !== 'thanks');
  const reminders = sent.filter(({ kind }) => kind === 'reminder');
  const last = sent.at(-1);
  if (last === undefined || reminders.length >= most) return undefined;
  return toDaytime(plusMs(last.at, afterHours * 3_600_000), timeZone);
}

function findStop({ kind, form, stay, today, settings, ...given }: FormMailCase): MailStop | undefined {
  if (stay === undefined || stay.departsOn < today) return 'stay_over';
  if (!stay.isActive || stay.status === 'canceled' || stay.status === 'no_show') return 'stay_cancelled';
  if (given.hasUnsubscribed) return 'unsubscribed';
  if (form.state === 'closed') return 'form_closed';
  if (!isWanted(kind, settings)) return 'not_wanted';
  if (kind !== 'thanks') {
    if (form.state === 'submitted' || form.isFilledInByAnother) return 'form_submitted';
    // The guest has opened it again to correct something: nothing is missing.
    const isOwed = form.submittedAt === undefined || given.records.some((record) => isCurrentInvitation(record, form));
    if (kind === 'reminder' && !isOwed) return 'form_submitted';
    // Who is in the house is asked by the desk.
    if (kind === 'reminder' && (stay.arrivesOn < today || stay.status === 'checked_in')) return 'arrived';
  }
  return given.hasAddress ? undefined : 'no_address';
}

/** A new link needs a new mail, since the one before leads nowhere; so does what is asked after a form was sent off. */
export function isCurrentInvitation(record: SentMail, { generation, submittedAt = '' }: FormMailCase['form']): boolean {
  const isInvitation = record.kind === 'invitation' || record.kind === 'companion';
  return isInvitation && record.state === 'sent' && record.generation === generation && record.at > submittedAt;
}

function isWanted(kind: FormMailKind, { mail }: FormMailCase['settings']): boolean {
  return kind === 'thanks' ? mail.thanks : mail.invitations;
}
