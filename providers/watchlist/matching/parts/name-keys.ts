const SHORTEST = 5;
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:iy|yi|ii|ij|yy|yj|y)$/u, 'i'],
  [/(?:ey|ej)$/u, 'ei'],
  [/(?:ay|aj)$/u, 'ai'],
];
const PATRONYMIC = /^(.{3,}?)(?:[iyj]{0,2}[oea]v(?:[iy]+(?:ch|cz|tsch|tj|c)|na)|ivna|ichna)$/u;
/** What a name loses before the ending of a patronymic: Nikola(y)evich, Serge(y)evich, Ily(a)ich, Mykhail(o)vych. */
const LOST_ENDINGS = ['', 'i', 'a', 'o'];

/** A name as it is looked up among forms of names: what spellings do with its last vowel is undone. */
export function nameKey(text: string): string {
  if (text.length < SHORTEST) return text;
  for (const [pattern, ending] of ENDINGS) {
    if (pattern.test(text)) return text.replace(pattern, ending);
  }
  return text;
}

/** The keys of the names that a patronymic may be made of: Heorhievitj → heorhi, Mykolayovych → mykola, mykolai. None for other words. */
export function fatherKeys(text: string): readonly string[] {
  const stem = PATRONYMIC.exec(text)?.[1];
  if (stem === undefined) return [];
  return LOST_ENDINGS.map((ending) => nameKey(stem + ending));
}
