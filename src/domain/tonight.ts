import { type GuestState, toStateShown } from './guest-state.ts';
import type { ScreeningStatus, ShownOutcome } from './screening.ts';

/** How it stands with those who arrive on one day. */
export interface Tonight {
  readonly guests: number;
  /** Clear, or approved by a person. */
  readonly cleared: number;
  /** Somebody has to look, or to act on what was decided. */
  readonly needPerson: number;
  /** Checks are running, or the guest has to add something. */
  readonly underWay: number;
}

export interface CountedState {
  readonly status: ScreeningStatus;
  readonly outcome: ShownOutcome | null;
  readonly count: number;
}

/** Stays that were cancelled count for nothing. */
export function toTonight(states: readonly CountedState[]): Tonight {
  const count = (part: Part) =>
    states.filter((state) => toPart(state) === part).reduce((sum, state) => sum + state.count, 0);
  const [cleared, needPerson, underWay] = [count('cleared'), count('needPerson'), count('underWay')];
  return { guests: cleared + needPerson + underWay, cleared, needPerson, underWay };
}

type Part = Exclude<keyof Tonight, 'guests'>;

const parts: Readonly<Record<GuestState, Part | undefined>> = {
  flagged: 'needPerson',
  declined: 'needPerson',
  review: 'needPerson',
  failed: 'needPerson',
  waiting: 'underWay',
  checking: 'underWay',
  clear: 'cleared',
  approved: 'cleared',
  stopped: undefined,
};

function toPart({ status, outcome }: CountedState): Part | undefined {
  return parts[toStateShown(status, outcome ?? undefined)];
}
