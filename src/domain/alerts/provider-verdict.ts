import type { Instant } from '../subject.ts';

/** One answer of a provider at a property: whether it said anything at all. */
export interface NotedAnswer {
  readonly at: Instant;
  readonly isAnswer: boolean;
}

export interface ProviderVerdict {
  /** `unknown`: too little is known to raise an alert, or to settle one. */
  readonly state: 'up' | 'down' | 'unknown';
  /** Within the window. */
  readonly asked: number;
  readonly unavailable: number;
}

/** For how long an answer speaks for its provider: a small hotel asks a few times a day. */
const windowMs = 6 * 3_600_000;
/** So many in a row are what opens a provider's circuit. */
const failuresInRow = 5;
/** A provider that answers every other question is down too; half of fewer than this is chance. */
const leastAsked = 10;
const recentMs = 15 * 60_000;
const downShare = 0.5;
/** So many in a row say that it is back; between this and `down` nothing changes, so that no alert flutters. */
const answersInRow = 3;

/** `answers` oldest first. */
export function toProviderVerdict(answers: readonly NotedAnswer[], now: Instant): ProviderVerdict {
  const known = answers.filter(({ at }) => Date.parse(now) - Date.parse(at) <= windowMs);
  const recent = known.filter(({ at }) => Date.parse(now) - Date.parse(at) <= recentMs);
  const counts = { asked: known.length, unavailable: countUnavailable(known) };
  const hasFailed = known.length >= failuresInRow && known.slice(-failuresInRow).every(({ isAnswer }) => !isAnswer);
  const isFailing = recent.length >= leastAsked && countUnavailable(recent) >= recent.length * downShare;
  if (hasFailed || isFailing) return { state: 'down', ...counts };
  const isBack = known.length >= answersInRow && known.slice(-answersInRow).every(({ isAnswer }) => isAnswer);
  return { state: isBack ? 'up' : 'unknown', ...counts };
}

function countUnavailable(answers: readonly NotedAnswer[]): number {
  return answers.filter(({ isAnswer }) => !isAnswer).length;
}
