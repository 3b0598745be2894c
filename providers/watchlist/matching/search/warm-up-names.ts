import type { MatchIndex } from '../index/match-index.ts';
import { publishedName } from './listed-texts.ts';

/** Given names and surnames of invented people; any of the first with any of the second, parted by what stands between. */
interface ScriptNames {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly between: string;
}

/** Guests write their names in scripts that a list need not have; each is read by code of its own. */
const OTHER_SCRIPTS: readonly ScriptNames[] = [
  { given: ['علي', 'محمد', 'فاطمة', 'حسین', 'عبد الرحمن'], family: ['محمود', 'الحسن', 'کریمی', 'موسوی'], between: ' ' },
  { given: ['Иван', 'Ольга', 'Дмитрий', 'Наталья'], family: ['Сидоров', 'Шевченко', 'Иванова'], between: ' ' },
  { given: ['王', '李', '陈', '欧阳'], family: ['小明', '伟', '建国', '丽华'], between: '' },
  { given: ['亚历山大', '穆罕默德', '玛丽亚'], family: ['伊万诺夫', '侯赛尼', '费尔南德斯'], between: '·' },
  { given: ['アレクサンドル', 'マリア', 'ムハンマド'], family: ['イワノフ', 'ロペス', 'アリ'], between: '・' },
  { given: ['田中', '佐藤', '小林'], family: ['太郎', '花子', '健一'], between: ' ' },
  { given: ['김', '박', '이', '최'], family: ['민수', '지훈', '서연'], between: '' },
  { given: ['สมชาย', 'สุดา', 'ประเสริฐ'], family: ['ใจดี', 'แสงทอง', 'วงศ์สุวรรณ'], between: ' ' },
  { given: ['אברהם', 'שרה', 'יוסף'], family: ['כהן', 'לוי', 'מזרחי'], between: ' ' },
  { given: ['राम', 'सुनीता', 'विजय'], family: ['कुमार', 'शर्मा', 'पटेल'], between: ' ' },
  { given: ['Γιώργος', 'Μαρία', 'Δημήτρης'], family: ['Παπαδόπουλος', 'Νικολάου', 'Οικονόμου'], between: ' ' },
];
/** Of so many names, one is in another script. */
const EVERY_OTHER_SCRIPT = 4;
/** Steps through a list that meet every name of it once, wherever its length is no multiple of these primes. */
const STRIDES = [7919, 104_729] as const;
const SHORTEST_CHANGED = 4;
const LETTERS = 'aeionrst';

/**
 * Names as guests have them, made of what the index lists: a given name of one person with the surname of another, most
 * with a slip, in either order. The same position gives the same name.
 */
export function warmUpName(index: MatchIndex, position: number): string {
  if (position % EVERY_OTHER_SCRIPT === 0) return otherScriptName(position / EVERY_OTHER_SCRIPT);
  const [one = 0, other = 0] = STRIDES.map((stride) => (position * stride) % index.names.count);
  const [first = '', second = ''] = publishedName(index, one).split(' ');
  const last = publishedName(index, other).split(' ').at(-1) ?? '';
  const words = position % 3 === 0 ? [first, second, withSlip(last, position)] : [withSlip(first, position), last];
  return (position % 5 === 0 ? words.reverse() : words).join(' ');
}

function otherScriptName(position: number): string {
  const script = OTHER_SCRIPTS[position % OTHER_SCRIPTS.length];
  if (script === undefined) return '';
  const { given, family, between } = script;
  const round = Math.floor(position / OTHER_SCRIPTS.length);
  return `${given[round % given.length] ?? ''}${between}${family[round % family.length] ?? ''}`;
}

/** A letter left out, two swapped, one mistaken, or none. */
function withSlip(word: string, position: number): string {
  if (word.length < SHORTEST_CHANGED) return word;
  const at = 1 + (position % (word.length - 2));
  const [before, letter, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
  const slips = [
    `${before}${next}${after}`,
    `${before}${next}${letter}${after}`,
    `${before}${LETTERS.charAt(position % LETTERS.length)}${next}${after}`,
    word,
  ];
  return slips[position % slips.length] ?? word;
}
