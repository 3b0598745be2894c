import type { NameQuality } from '../../listed-person.ts';
import type { Evidence } from '../score/evidence.ts';
import type { Band } from '../score/bands.ts';
import type { Units } from '../score/units.ts';

/** How two parts of names were found to agree. */
export type Comparison = 'same' | 'sounds_the_same' | 'sounds_alike' | 'other_form' | 'initial' | 'written_as_one';

/** One line of an explanation. The units of all lines add up to the score. */
export type Contribution =
  | {
      readonly about: 'name_parts';
      readonly guest: string;
      readonly listed: string;
      readonly comparison: Comparison;
      /** 0 … 1. */
      readonly similarity: number;
      readonly units: Units;
    }
  | { readonly about: 'only_guest_has' | 'only_list_has'; readonly part: string; readonly units: 0 }
  /** The parts that agree are too frequent or too few to say much. */
  | { readonly about: 'frequent_parts'; readonly units: Units }
  | { readonly about: 'other_order'; readonly units: Units }
  /** The guest's letters agree with spaces in other places. */
  | { readonly about: 'other_spacing'; readonly units: Units }
  | { readonly about: 'name_quality'; readonly quality: NameQuality; readonly units: Units }
  | Evidence
  /** A score stays between nothing and full. */
  | { readonly about: 'bounds'; readonly units: Units };

/** Why a person got the score they got. */
export interface MatchExplanation {
  readonly entryId: string;
  readonly units: Units;
  readonly score: number;
  readonly band: Band;
  readonly threshold: Units;
  /** The listed name that agreed best, as published. */
  readonly listedName: string;
  readonly contributions: readonly Contribution[];
}
