import { expect, test } from '@jest/globals';
import { countLines, listBadNames, listLongFiles, toMedianLines } from './sizes.ts';
import { listAllCode, listSources } from './source-files.ts';

const fileOf = (lines: number, path = 'src/a.ts') => ({ path, text: 'x;\n'.repeat(lines) });

test('no file has more than 300 lines', () => {
  expect(listLongFiles(listAllCode())).toEqual([]);
});

test('the median source file has at most 80 lines', () => {
  expect(toMedianLines(listSources())).toBeLessThanOrEqual(80);
});

test('every file is named for what it does or holds, in kebab-case', () => {
  expect(listBadNames(listAllCode())).toEqual([]);
});

test('the check lets 300 lines pass and finds 301', () => {
  expect(listLongFiles([fileOf(300), fileOf(301, 'src/b.ts')])).toEqual(['src/b.ts has 301 lines']);
});

test('the check counts a last line without its end', () => {
  expect(countLines({ path: 'a', text: 'one;\ntwo;' })).toBe(2);
});

test('the median is the file in the middle', () => {
  expect(toMedianLines([fileOf(1), fileOf(500), fileOf(20)])).toBe(20);
});

test.each(['utils', 'http-helpers', 'common', 'misc', 'job-manager', 'service', 'types', 'readBody', 'Read'])(
  'the check finds a file called %s',
  (name) => {
    expect(listBadNames([fileOf(1, `src/jobs/${name}.ts`)])).toHaveLength(1);
  },
);

test.each(['run-checks', '001-first', 'common-names', 'service-address', 'sizes.test', 'pms.contract'])(
  'the check lets a file be called %s',
  (name) => {
    expect(listBadNames([fileOf(1, `src/jobs/${name}.ts`)])).toEqual([]);
  },
);
