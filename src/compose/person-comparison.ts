import { toGuestKeys } from '../../providers/house-list/keys.ts';
import { comparePair } from '../../providers/watchlist/matching/compare-pair.ts';
import { readName } from '../../providers/watchlist/matching/parts/read-name.ts';
import { soundOf } from '../../providers/watchlist/matching/sound/encode.ts';
import { skeletonsOf } from '../../providers/watchlist/matching/sound/skeleton.ts';
import type { Settings } from '../config/environment.ts';
import type { HouseListKey, HouseListKeyKind } from '../ports/house-list.ts';
import type { PersonComparison } from '../ports/person-marks.ts';

/** People are made comparable as on the house list, and their names heard as by the watchlists' matcher. */
export function createPersonComparison({ properties }: Pick<Settings, 'properties'>): PersonComparison {
  return {
    toMarks(propertyId, fields) {
      const keys = toGuestKeys(fields, properties.configFor(propertyId).phoneCountry);
      const [name] = pick(keys, 'name');
      const sound = toSound([fields.firstName, fields.lastName].filter((part) => part !== undefined).join(' '));
      const { birthDate } = fields;
      return {
        ...(name !== undefined && { name }),
        ...(sound !== undefined && { sound }),
        ...(birthDate !== undefined && { birthDate }),
        emails: pick(keys, 'email'),
        phones: pick(keys, 'phone'),
        documents: pick(keys, 'document'),
      };
    },
    compareNames: comparePair,
    scopeFor(propertyId) {
      const group = properties.configFor(propertyId).profileGroup;
      return group === undefined ? propertyId : `group:${group}`;
    },
  };
}

function pick(keys: readonly HouseListKey[], wanted: HouseListKeyKind): readonly string[] {
  return keys.filter(({ kind }) => kind === wanted).map(({ value }) => value);
}

/** The consonants of a name's words in any order; none of a single word, which too many share. */
function toSound(name: string): string | undefined {
  const [words = []] = readName(name);
  const full = words.filter(({ kind }) => kind === 'full');
  if (full.length < 2) return undefined;
  return full
    .map((word) => skeletonsOf(soundOf(word))[0] ?? 0)
    .sort((one, other) => one - other)
    .join('-');
}
