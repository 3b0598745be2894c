import type { Certainty, PartKind } from '../parts/name-part.ts';
import { SETTINGS } from '../score/settings.ts';

const FULL_WEIGHT = 100;

export interface RatedWord {
  readonly kind: PartKind;
  readonly certainty: Certainty;
  /** As `shareOfPeople` has it. */
  readonly peopleShare: number;
  /** Sounds in it: short words are shared by chance. */
  readonly length: number;
  /** Names that hold the word. */
  readonly holders: number;
  /** Names that hold a word with its skeleton: in part spellings of the same name. */
  readonly skeletonHolders: number;
  /** Names in the index. */
  readonly names: number;
}

/**
 * What a part is worth, 0 … 100: its inverse frequency, in the lists or among people at large, whichever is higher, on
 * a logarithmic scale from one in ten thousand (100) to one in ten.
 */
export function rarityWeight(word: RatedWord): number {
  const { rarity } = SETTINGS;
  if (word.kind === 'light') return SETTINGS.lightWeight;
  if (word.kind === 'initial') return SETTINGS.initialWeight;
  const alike = Math.max(0, word.skeletonHolders - word.holders);
  const share = (word.holders + (rarity.skeletonShare / 100) * alike) / Math.max(word.names, rarity.fewestNames);
  const common = Math.max(share, word.peopleShare, rarity.rarestShare);
  const weight =
    (FULL_WEIGHT * Math.log(rarity.commonestShare / common)) / Math.log(rarity.commonestShare / rarity.rarestShare);
  const most = rarity.shortWordBase + rarity.perSound * word.length;
  const kept = word.certainty === 'spelled' ? 1 : rarity[word.certainty] / 100;
  return Math.round(Math.max(rarity.leastWeight, Math.min(weight, most, FULL_WEIGHT) * kept));
}
