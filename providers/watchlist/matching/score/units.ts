/**
 * A score is a whole number of units, so that its parts add up to it exactly and a replay gives the same one.
 * `FULL_SCORE` is 1; a name alone reaches at most `MOST_FOR_NAME`, the rest is other evidence.
 */
export type Units = number;

export const FULL_SCORE: Units = 100_000;
export const MOST_FOR_NAME: Units = 70_000;

/** The score as users see it, 0 … 1 with five digits. */
export function toScore(units: Units): number {
  return units / FULL_SCORE;
}
