import type { PartKind } from '../parts/name-part.ts';
import { SETTINGS } from '../score/settings.ts';

const LEAST_WEIGHT = 25;
const FULL_WEIGHT = 100;
/** Words with the same skeleton are in part spellings of the same name. */
const SHARED_SKELETON = 0.25;

export interface Frequency {
  /** Names that hold the word. */
  readonly word: number;
  /** Names that hold a word with its skeleton. */
  readonly skeleton: number;
  /** Names in the index. */
  readonly names: number;
}

/** What a part is worth, 0 … 100: inverse document frequency of the word and its like, scaled to the index. */
export function rarityWeight(kind: PartKind, frequency: Frequency): number {
  if (kind === 'light') return SETTINGS.lightWeight;
  if (kind === 'initial') return SETTINGS.initialWeight;
  const holders = 1 + frequency.word + SHARED_SKELETON * Math.max(0, frequency.skeleton - frequency.word);
  const inverse = Math.log(Math.max(frequency.names, 1000) / holders) / Math.log(Math.max(frequency.names, 1000));
  return Math.round(Math.min(FULL_WEIGHT, Math.max(LEAST_WEIGHT, inverse * FULL_WEIGHT * 1.15)));
}
