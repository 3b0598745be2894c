/** Somebody on a made-up list. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Whole, or a year. */
  readonly birthDate?: string;
  /** ISO 3166 alpha-2, lower case. */
  readonly country?: string;
  readonly passport?: { readonly country: string; readonly number: string };
  readonly lists: readonly string[];
  readonly topics?: readonly string[];
  readonly programs?: readonly string[];
}

/** Nobody of them lives. */
export const listedPeople: readonly ListedPerson[] = [
  {
    id: 'NK-fake-drakov',
    name: 'Viktor Drakov',
    aliases: ['Viktor Anatolyevich DRAKOV', 'Віктор Драков'],
    birthDate: '1961-04-17',
    country: 'zz',
    passport: { country: 'ZZ', number: 'ZZ7654321' },
    lists: ['eu_fsf', 'us_ofac_sdn'],
    topics: ['sanction'],
    programs: ['SDGT'],
  },
  {
    id: 'NK-fake-okonrun',
    name: 'Adaeze Okonrun',
    birthDate: '1974',
    country: 'ng',
    lists: ['gb_fcdo_sanctions'],
    topics: ['sanction'],
    programs: ['UK-CYB'],
  },
  { id: 'NK-fake-marlowe', name: 'Edmund Marlowe', lists: ['us_ofac_sdn'], topics: ['sanction'], programs: ['IRGC'] },
  {
    id: 'NK-fake-senna',
    name: 'Beatriz Sennagalva',
    birthDate: '1980-02-29',
    country: 'br',
    lists: ['wd_peps'],
    topics: ['role.pep'],
  },
];

export interface AskedPerson {
  readonly name: string;
  readonly birthDate: string | undefined;
  readonly countries: readonly string[];
  readonly numbers: readonly string[];
}

/**
 * A score after the manner of such services, though far simpler: the better of name and aliases by shared words, less where
 * birth date or country contradict, and 1 where a document number is the same.
 */
export function toScore(asked: AskedPerson, listed: ListedPerson): number {
  if (listed.passport !== undefined && asked.numbers.includes(listed.passport.number)) return 1;
  const names = [listed.name, ...(listed.aliases ?? [])];
  const nameScore = Math.max(...names.map((name) => toNameScore(asked.name, name)));
  const { birthDate, countries } = asked;
  const isOtherBirth = birthDate !== undefined && listed.birthDate?.startsWith(birthDate.slice(0, 4)) === false;
  const isElsewhere = listed.country !== undefined && countries.length > 0 && !countries.includes(listed.country);
  return Math.round(nameScore * (isOtherBirth ? 0.8 : 1) * (isElsewhere ? 0.95 : 1) * 1_000) / 1_000;
}

/** Twice the shared words over all words. */
function toNameScore(one: string, other: string): number {
  const [words, others] = [toWords(one), toWords(other)];
  const shared = words.filter((word) => others.includes(word)).length;
  return (2 * shared) / (words.length + others.length);
}

function toWords(name: string): readonly string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
