import type { Schema } from '../../../client/client.ts';

/** What the desk sees of a guest at a glance. */
export type GuestState =
  'flagged' | 'declined' | 'review' | 'failed' | 'waiting' | 'checking' | 'clear' | 'approved' | 'stopped';

/** Those who need somebody most stand first. */
export const statesByNeed: readonly GuestState[] = [
  'flagged',
  'declined',
  'review',
  'failed',
  'waiting',
  'checking',
  'clear',
  'approved',
  'stopped',
];

/** What the summary line counts; each is a filter too. */
export const stateGroups = {
  look: ['flagged', 'review', 'failed'],
  declined: ['declined'],
  waiting: ['waiting'],
  checking: ['checking'],
  fine: ['clear', 'approved'],
} as const satisfies Readonly<Record<string, readonly GuestState[]>>;

export type StateGroup = keyof typeof stateGroups;

export function toGuestState({ status, outcome }: Pick<Schema<'Screening'>, 'status' | 'outcome'>): GuestState {
  if (outcome === 'approved' || outcome === 'declined') return outcome;
  switch (status) {
    case 'completed':
      return outcome ?? 'checking';
    case 'waiting_for_guest':
      return 'waiting';
    case 'in_progress':
      return 'checking';
    case 'failed':
      return 'failed';
    case 'stopped':
      return 'stopped';
  }
}

export function toNeed(state: GuestState): number {
  return statesByNeed.indexOf(state);
}

export function isInGroup(state: GuestState, group: StateGroup): boolean {
  return stateGroups[group].some((one) => one === state);
}
