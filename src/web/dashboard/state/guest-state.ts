import type { Schema } from '../../../client/client.ts';
import { type GuestState, toStateShown } from '../../../domain/guest-state.ts';

/** What the summary line counts; each is a filter too. */
export const stateGroups = {
  look: ['flagged', 'review', 'failed'],
  declined: ['declined'],
  waiting: ['waiting'],
  checking: ['checking'],
  fine: ['clear', 'approved'],
} as const satisfies Readonly<Record<string, readonly GuestState[]>>;

export type StateGroup = keyof typeof stateGroups;

/** As the service does, for the answers of its that do not say it. */
export function toGuestState({ status, outcome }: Pick<Schema<'Screening'>, 'status' | 'outcome'>): GuestState {
  return toStateShown(status, outcome ?? undefined);
}

export function isInGroup(state: GuestState, group: StateGroup): boolean {
  return stateGroups[group].some((one) => one === state);
}
