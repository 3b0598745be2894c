import { publishedName } from './listed-texts.ts';
import type { Matcher } from './matcher.ts';

const LISTED_NAMES = 16;
/** One name for each way of reading that lists in Latin letters do not need. */
const OTHER_SCRIPTS = [
  'علي محمود',
  '王小明',
  '亚历山大·伊万诺夫',
  'アレクサンドル・イワノフ',
  '김민수',
  'สมชาย ใจดี',
  'אברהם כהן',
  'राम कुमार',
];

/**
 * Searches for some of the listed names, and for names in other scripts: the engine translates code when it is first
 * used, which would make the first guests wait, those with long names for more than 20 ms.
 */
export function warmUp(matcher: Matcher): void {
  const { names } = matcher.index;
  for (let asked = 0; asked < Math.min(LISTED_NAMES, names.count); asked += 1) {
    const name = Math.floor((asked * names.count) / LISTED_NAMES);
    matcher.search({ name: publishedName(matcher.index, name) }, { top: 1 });
  }
  for (const name of OTHER_SCRIPTS) matcher.search({ name }, { top: 1 });
}
