import { type Screening, type ScreeningStatus, type ShownOutcome, toShownOutcome } from './screening.ts';

/** What the desk sees of a guest at a glance; those who need somebody most come first. */
export const guestStates = [
  'flagged',
  'declined',
  'review',
  'failed',
  'waiting',
  'checking',
  'clear',
  'approved',
  'stopped',
] as const;

export type GuestState = (typeof guestStates)[number];

type Judged = Pick<Screening, 'status' | 'outcome' | 'decision'>;

/** See `toStateShown`. */
export function toGuestState(screening: Judged): GuestState {
  return toStateShown(screening.status, toShownOutcome(screening));
}

/** A person's word stands over all; what is flagged is so before the last answer is in. */
export function toStateShown(status: ScreeningStatus, outcome: ShownOutcome | undefined): GuestState {
  if (status === 'stopped') return 'stopped';
  if (outcome === 'approved' || outcome === 'declined' || outcome === 'flagged') return outcome;
  switch (status) {
    case 'failed':
      return 'failed';
    case 'waiting_for_guest':
      return 'waiting';
    case 'in_progress':
      return outcome === 'review' ? 'review' : 'checking';
    case 'completed':
      return outcome ?? 'checking';
  }
}

/** 0 for those who need somebody most. */
export function toNeed(state: GuestState): number {
  return guestStates.indexOf(state);
}

/** Whether somebody has to decide. */
export function isForReview(state: GuestState): boolean {
  return state === 'flagged' || state === 'review' || state === 'failed';
}

/** The other way round. Throws a `RangeError` for a number that no state has. */
export function toStateOfNeed(need: number): GuestState {
  const state = guestStates[need];
  if (state === undefined) throw new RangeError(`No state has the need ${need}`);
  return state;
}
