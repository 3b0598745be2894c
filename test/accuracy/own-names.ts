import { readListFile } from '../../providers/watchlist/cli/list-file.ts';
import type { JudgedSet, TrueQuery } from './judged-set.ts';

/** Invented people as a list has them, and as guests write themselves: kind, then the name. */
const PEOPLE: readonly (readonly [listed: string, ...guests: readonly (readonly [kind: string, name: string])[]])[] = [
  [
    'Mahmoud Taleb AL-ZAWRANI',
    ['arabic', 'محمود طالب الزوراني'],
    ['spelling', 'Mahmud Talib El-Zaurani'],
    ['order', 'ZAWRANI, Mahmoud Taleb'],
  ],
  [
    'Grigory Pavlovich TSVETAYEVSKY',
    ['cyrillic', 'Григорий Павлович Цветаевский'],
    ['spelling', 'Grigorij Zwetajewskij'],
    ['initials', 'G.P. Tsvetayevsky'],
  ],
  [
    'Volodymyr Oleksiyovych HONCHARUKIV',
    ['cyrillic', 'Володимир Олексійович Гончаруків'],
    ['typing', 'Volodymyr Honchraukiv'],
  ],
  ['Namgung Jong Hwan', ['hangul', '남궁종환'], ['spelling', 'Namkoong Chong-hwan'], ['joined', 'Namgung Jonghwan']],
  ['Xie Zhenlong', ['han', '谢振龙'], ['han', '謝振龍'], ['spelling', 'Hsieh Chen-lung']],
  ['Takeshi YAMAZAKI', ['han', '山崎 武'], ['kana', 'ヤマザキ タケシ']],
  ['Eleftherios PAPAKONSTANTIS', ['greek', 'Ελευθέριος Παπακωνσταντής'], ['typing', 'Elefteros Papakonstantis']],
  ['Rajendra Kumar Vishwanath', ['devanagari', 'राजेन्द्र कुमार विश्वनाथ'], ['spelling', 'Rajinder Vishvanath']],
  ['Avraham Katzenelsohn', ['hebrew', 'אברהם קצנלסון'], ['language', 'Abraham Katzenelson']],
  ['Somchai Rattanakosin', ['thai', 'สมชาย รัตนโกสินทร์'], ['typing', 'Somchai Ratanakosin']],
  ['Giuseppe BRAGADINI', ['language', 'Joseph Bragadini'], ['nickname', 'Beppe Bragadini']],
  ['William Ashdowne-Carrick', ['nickname', 'Bill Ashdowne Carrick'], ['typing', 'Wiliam Ashdowne Carick']],
  [
    'Abdul Rahman Nasrullah DURZADEH',
    ['joined', 'Abdulrahman Nasr Ullah Durzadeh'],
    ['arabic', 'عبد الرحمن نصرالله درزاده'],
  ],
  [
    'Jürgen Müller-Großkreutz',
    ['machine_readable', 'MUELLER<GROSSKREUTZ<<JUERGEN'],
    ['spelling', 'Jurgen Muller Grosskreutz'],
  ],
  ['Heorhiy Mykolayovych KRUTELENKO', ['transliteration', 'Georgij Nikolajevitj Krutelenko']],
  ['Juraj Sjemenovitj VASJKEVITJ', ['transliteration', 'Yuri Semenovich Vashkevich']],
  ['Hasan Tahir OWAYNATI', ['arabic_joined', 'حسن طاهرعویناتی']],
  ['Davit Tsiklaurishvili', ['georgian', 'დავით წიკლაურიშვილი'], ['spelling', 'Dawid Ciklaurishvili']],
];
const NOT_LISTED =
  'Anna Lindqvist|John Smith|Wei Chen|محمد علي|Fatima Hassan|Pedro Almeida|Kim Minji|김민지|王伟|Иван Петров|Sergey Ivanov|' +
  'Abdul Rahman|Mahmoud Ahmed|Rajesh Kumar|Takeshi Sato|佐藤 武|Giuseppe Russo|William Hartley|Jürgen Vogel|דוד כהן|Elena Papadopoulou|' +
  'Somchai Prasert|Grigory Pavlovich Antonov|Davit Beridze|Volodymyr Shevchenko';

/** A small set that needs nobody's data and runs everywhere; all of it is held out. */
export function ownNames(): JudgedSet {
  const list = PEOPLE.map(([listed], position) => `own-${position}\town\t${listed}\t\t\t`).join('\n');
  return {
    id: 'own_names',
    persons: [...readListFile(Buffer.from(list))],
    listed: PEOPLE.flatMap(([, ...guests], position) => guests.map((guest) => toTrueQuery(guest, `own-${position}`))),
    notListed: NOT_LISTED.split('|').map((name) => ({ name })),
  };
}

function toTrueQuery([kind, name]: readonly [string, string], entryId: string): TrueQuery {
  return { query: { name }, expected: new Set([entryId]), half: 'held_out', kinds: [kind] };
}
