import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const CLI = resolve(import.meta.dirname, '../../../providers/watchlist/cli/main.ts');
let folder = '';
const file = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchlist-cli-'));
  const list = 'x-1\tX\tJonas Brandtvik\tBrandtvik J.\t1971-03-12\tno\nx-2\tX\tMaria Lindqvorst\t\t\t\n';
  writeFileSync(file('list.tsv'), `\ufeff${list}`);
  writeFileSync(file('queries.tsv'), 'Brandtvik, Jonas\tx-1\t1971-3-12\tno\r\nZzz\t\t\t\n');
  writeFileSync(
    file('pairs.csv'),
    '\ufeffname1,name2\nJonas Brandtvik,Brandtvik Jonas\nJonas Brandtvik,Maria Lindqvorst\n',
  );
  writeFileSync(file('empty.tsv'), '');
  writeFileSync(file('page.html'), '<!doctype html>\n<p>Not found</p>\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  return { lines: stdout.split('\n').filter((line) => line !== ''), stderr, status };
}
const match = (list: string, queries: string, ...more: string[]) =>
  run('match', '--list', file(list), '--queries', file(queries), ...more);
const parsed = (line: string | undefined): unknown => JSON.parse(line ?? '');

describe('watchlist match', () => {
  test('prints one line a query, and last one with the figures of the run', () => {
    const { lines, status } = match('list.tsv', 'queries.tsv');
    expect(status).toBe(0);
    expect(lines).toHaveLength(3);
    expect(parsed(lines[0])).toEqual({
      q: 'Brandtvik, Jonas',
      matches: [{ id: 'x-1', score: expect.any(Number) }],
      us: expect.any(Number),
    });
    expect(parsed(lines[1])).toMatchObject({ q: 'Zzz', matches: [] });
    expect(Object.keys(parsed(lines[2]) as object)).toEqual(['loadMs', 'heapMb', 'qps', 'p50us', 'p99us', 'threshold']);
  });

  test('weighs birth dates only with --dob, and reads them without leading zeros', () => {
    const scoreOf = ({ lines }: { lines: string[] }) =>
      (parsed(lines[0]) as { matches: { score: number }[] }).matches[0]?.score ?? 0;
    expect(scoreOf(match('list.tsv', 'queries.tsv', '--dob')) - scoreOf(match('list.tsv', 'queries.tsv'))).toBeCloseTo(
      0.22,
    );
  });

  test.each([
    ['an absent list', ['absent.tsv', 'queries.tsv'], [66, 'absent.tsv cannot be read: no such file']],
    ['absent queries', ['list.tsv', 'absent.tsv'], [66, 'absent.tsv cannot be read: no such file']],
    ['an empty list', ['empty.tsv', 'queries.tsv'], [65, 'empty.tsv is empty']],
    ['a page instead of a list', ['page.html', 'queries.tsv'], [65, 'page.html lists nobody']],
    [
      'a wrong --top',
      ['list.tsv', 'queries.tsv', '--top', 'all'],
      [64, '--top is a whole number from 1 to 1000, not "all"'],
    ],
    ['an unknown option', ['list.tsv', 'queries.tsv', '--dbo'], [64, 'Usage: npm run']],
  ] as const)('says in one line what is wrong with %s', (_what, [list, queries, ...more], expected) => {
    const { status, stderr, lines } = match(list, queries, ...more);
    const [code, message] = expected;
    expect({ status, lines }).toEqual({ status: code, lines: [] });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });
});

describe('watchlist pairs', () => {
  test('scores each pair, the same person above others', () => {
    const { lines, status } = run('pairs', '--pairs', file('pairs.csv'));
    const [same, other] = lines.map((line) => (parsed(line) as { score: number }).score);
    expect(status).toBe(0);
    expect(same).toBeGreaterThan(0.9);
    expect(other).toBeLessThan(0.3);
  });

  test('refuses a file without the two columns', () => {
    const { status, stderr } = run('pairs', '--pairs', file('list.tsv'));
    expect({ status, stderr }).toEqual({ status: 65, stderr: expect.stringContaining('columns name1 and name2') });
  });
});
