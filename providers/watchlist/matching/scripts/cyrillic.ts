/** Letter → Latin, by the spellings of passports; letters of Ukrainian, Belarusian, Serbian and Central Asian included. */
// prettier-ignore
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', ђ: 'dj', ѓ: 'g', е: 'e', ё: 'yo', є: 'ye', ж: 'zh', з: 'z', и: 'i',
  і: 'i', ї: 'yi', й: 'y', ј: 'y', к: 'k', ќ: 'k', л: 'l', љ: 'ly', м: 'm', н: 'n', њ: 'ny', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', ћ: 'ch', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', џ: 'j', ш: 'sh', щ: 'shch', ъ: '', ы: 'y',
  ь: '', э: 'e', ю: 'yu', я: 'ya', ә: 'a', ғ: 'gh', қ: 'q', ң: 'n', ө: 'o', ү: 'u', ұ: 'u', һ: 'h', ҳ: 'h', ҷ: 'j',
  ӣ: 'i', ӯ: 'u', ѝ: 'i', ѐ: 'e', җ: 'j', ҡ: 'q', ҙ: 'z', ѕ: 'dz',
};

/** Latin letters of a lower-case Cyrillic word; other letters are kept as they are. */
export function romaniseCyrillic(word: string): string {
  let latin = '';
  for (const letter of word) latin += LETTERS[letter] ?? letter;
  return latin;
}
