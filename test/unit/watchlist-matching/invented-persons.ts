import type { ListedBirthDate, ListedName, ListedPerson } from '../../../providers/watchlist/listed-person.ts';

interface InventedPerson extends Partial<Omit<ListedPerson, 'names' | 'birthDates'>> {
  readonly names: readonly (string | ListedName)[];
  readonly born?: ListedBirthDate;
}

/** A listed person that does not exist, with empty fields where the test does not care. */
export function inventPerson(entryId: string, { names, born, ...rest }: InventedPerson): ListedPerson {
  return {
    entryId,
    names: names.map((name) => (typeof name === 'string' ? { full: name, quality: 'primary' } : name)),
    birthDates: born === undefined ? [] : [born],
    birthPlaces: [],
    countries: [],
    documents: [],
    programmes: [],
    links: [],
    ...rest,
  };
}

/** A small list of invented people from many places. */
export function inventList(): ListedPerson[] {
  return [
    inventPerson('p1', {
      names: ['Mahmoud Taleb AL-ZAWRANI', 'Abu Qasem'],
      born: { year: 1971, month: 3, day: 12 },
      countries: ['SY'],
    }),
    inventPerson('p2', {
      names: ['Grigory Pavlovich TSVETAYEVSKY'],
      born: { year: 1964, month: 11, day: 30 },
      gender: 'M',
    }),
    inventPerson('p3', { names: ['Namgung Jong Hwan'], born: { year: 1958 } }),
    inventPerson('p4', { names: ['Xie Zhenlong'] }),
    inventPerson('p5', { names: ['Eleftherios PAPAKONSTANTIS'] }),
    inventPerson('p6', { names: ['Rajendra Kumar Vishwanath'] }),
    inventPerson('p7', { names: ['Avraham Ben-Tzvi Katzenelson'] }),
    inventPerson('p8', { names: ['Giuseppe Bragadini'], documents: [{ type: 'passport', number: 'YA1234567' }] }),
    inventPerson('p9', { names: ['Takeshi Yamazaki'] }),
    inventPerson('p10', { names: ['Somchai Rattanakosin'] }),
    inventPerson('p11', { names: ['Abdul Rahman Nasrullah Durzadeh'] }),
    inventPerson('p12', { names: ['Zarvani'] }),
    inventPerson('p13', { names: [{ full: 'Olga Weissenbrunner', quality: 'weak' }] }),
    inventPerson('p14', { names: ['Jürgen Müller-Großkreutz'] }),
  ];
}

const SYLLABLES = 'ka ri mo sen da lu ta nor ve shi ba gor hal mi zan'.split(' ');

/** So many people of two names each, made of a few syllables, so that many of them are somewhat alike. The same each time. */
export function inventCrowd(size: number): ListedPerson[] {
  let seed = size;
  const syllable = () => SYLLABLES[(seed = (seed * 48271) % 2147483647) % SYLLABLES.length] ?? '';
  const word = () => syllable() + syllable() + syllable();
  return Array.from({ length: size }, (_, position) =>
    inventPerson(`c${position}`, { names: [`${word()} ${word()} ${word()}`, `${word()} ${syllable()}${syllable()}`] }),
  );
}
