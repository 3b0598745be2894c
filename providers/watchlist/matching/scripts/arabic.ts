/** Spellings of one letter unified: presentation, Persian, Urdu and Pashto forms; vowel marks and stretching gone. */
const MARKS = /[\p{M}\u0640]/gu;
// prettier-ignore
const UNIFIED: Readonly<Record<string, string>> = {
  'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ي': 'ی', 'ى': 'ی', 'ې': 'ی', 'ۍ': 'ی', 'ے': 'ی', 'ۓ': 'ی', 'ك': 'ک', 'ھ': 'ه',
  'ہ': 'ه', 'ە': 'ه', 'ۀ': 'ه', 'ۂ': 'ه', 'ۃ': 'ة', 'ؤ': 'ء', 'ئ': 'ء', 'ٹ': 'ت', 'ټ': 'ت', 'ڈ': 'د', 'ډ': 'د', 'ڑ': 'ر',
  'ړ': 'ر', 'ں': 'ن', 'ڼ': 'ن', 'ګ': 'گ', 'ۇ': 'و', 'ۆ': 'و', 'ۋ': 'و', 'ښ': 'ش', 'ځ': 'ز', 'څ': 'س', 'ږ': 'ژ',
};
const ARTICLE = /^(?:وال|ال)(?=.{3})/u;
/** Words that begin with the letters of the article without holding it. */
const NO_ARTICLE = new Set([
  'الیاس',
  'الهام',
  'الفت',
  'الماس',
  'البرت',
  'الکس',
  'الکساندر',
  'الینا',
  'الیزابت',
  'الان',
  'الله',
]);
const SERVANT_OF = /^عبد(?:ال)?(.{2,})$/u;
const OF_GOD = /^(.{2,})الله$/u;
const OF_FAITH = /^(.{2,})الدین$/u;

/** Words that have one Latin spelling here, whatever the list writes. */
// prettier-ignore
const FIXED: Readonly<Record<string, string>> = {
  'عبد': 'abd', 'الله': 'allah', 'اللة': 'allah', 'الدین': 'din', 'دین': 'din', 'بن': 'bin', 'ابن': 'bin', 'بنت': 'bint', 'ابو': 'abu',
  'ابی': 'abu', 'ابا': 'abu', 'آل': 'al', 'ال': 'al', 'ام': 'umm', 'ملا': 'mullah', 'حاجی': 'haji', 'حاج': 'haji', 'الحاج': 'haji',
  'شیخ': 'sheikh', 'الشیخ': 'sheikh', 'مولوی': 'mawlawi', 'سید': 'sayyid', 'السید': 'sayyid', 'دکتور': 'dr', 'قاری': 'qari',
};

/** A word of Arabic letters split where Latin spellings split it, the article gone. Latin words are fixed spellings. */
export function splitArabicWord(word: string): string[] {
  const letters = unifyLetters(word);
  const fixed = FIXED[letters];
  if (fixed !== undefined) return [fixed];
  const servant = SERVANT_OF.exec(letters)?.[1];
  if (servant !== undefined && letters.length > 4)
    return ['abd', ...splitArabicWord(servant === 'له' ? 'الله' : servant)];
  const god = OF_GOD.exec(letters)?.[1];
  if (god !== undefined) return [god, 'allah'];
  const faith = OF_FAITH.exec(letters)?.[1];
  if (faith !== undefined) return [faith, 'din'];
  return [NO_ARTICLE.has(letters) ? letters : letters.replace(ARTICLE, '')];
}

function unifyLetters(word: string): string {
  let unified = '';
  for (const letter of word.replace(MARKS, '')) unified += UNIFIED[letter] ?? letter;
  return unified;
}
