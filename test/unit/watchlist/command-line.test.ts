import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
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
  writeFileSync(file('list.tsv.gz'), gzipSync(list));
  writeFileSync(file('list.xlsx'), Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0]));
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
    expect(Object.keys(parsed(lines[2]) as object)).toEqual([
      'loadMs',
      'warmMs',
      'heapMb',
      'qps',
      'p50us',
      'p99us',
      'threshold',
    ]);
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
    ['a folder', ['.', 'queries.tsv'], [66, 'cannot be read: it is a folder']],
    ['an empty list', ['empty.tsv', 'queries.tsv'], [65, 'empty.tsv is empty']],
    ['a page instead of a list', ['page.html', 'queries.tsv'], [65, 'page.html lists nobody']],
    [
      'a wrong --top',
      ['list.tsv', 'queries.tsv', '--top', 'all'],
      [64, '--top is a whole number from 1 to 1000, not "all"'],
    ],
    ['an unknown option', ['list.tsv', 'queries.tsv', '--dbo'], [64, 'Usage: npm run']],
    ['a word too many', ['list.tsv', 'queries.tsv', 'more'], [64, 'Usage: npm run']],
    ['an option of the other command', ['list.tsv', 'queries.tsv', '--pairs', 'pairs.csv'], [64, 'Usage: npm run']],
    ['a compressed list', ['list.tsv.gz', 'queries.tsv'], [65, 'list.tsv.gz is compressed (gzip), not text']],
    ['compressed queries', ['list.tsv', 'list.tsv.gz'], [65, 'list.tsv.gz is compressed (gzip), not text']],
    ['a spreadsheet', ['list.xlsx', 'queries.tsv'], [65, 'list.xlsx is an archive or a spreadsheet (zip), not text']],
  ] as const)('says in one line what is wrong with %s', (_what, [list, queries, ...more], expected) => {
    const { status, stderr, lines } = match(list, queries, ...more);
    const [code, message] = expected;
    expect({ status, lines }).toEqual({ status: code, lines: [] });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });
});

test('says how it is used to whoever asks', () => {
  const { lines, status } = run('--help');
  expect({ status, first: lines[0] }).toEqual({ status: 0, first: expect.stringContaining('watchlist -- match') });
});

describe('files as people have them', () => {
  const list = 'x-1\tX\tÅse Brandtvik\t\t\t\nx-2\tX\tMaria Lindqvorst\t\t\t\n';
  const queries = 'Åse Brandtvik\nLindqvorst Maria\n';
  const foundIn = (content: Buffer, ...more: string[]) => {
    writeFileSync(file('given.tsv'), content);
    const { lines, status } = match('given.tsv', 'given-queries.tsv', ...more);
    const answers = lines.map((line) => JSON.parse(line) as { q?: string; matches?: readonly { id: string }[] });
    return { status, found: answers.slice(0, -1).map(({ q, matches }) => [q, matches?.[0]?.id]) };
  };
  const both = { status: 0, found: [['Åse Brandtvik', 'x-1'], ['Lindqvorst Maria', 'x-2']] }; // prettier-ignore

  test.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 BE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['Latin-1', (text: string) => Buffer.from(text, 'latin1')],
    ['Windows line ends', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['no line end at the end', (text: string) => Buffer.from(text.trimEnd())],
    ['empty lines between', (text: string) => Buffer.from(`\n${text.replaceAll('\n', '\n\n')}`)],
  ])('%s: the list and the queries are read', (_what, encode) => {
    writeFileSync(file('given-queries.tsv'), encode(queries));
    expect(foundIn(encode(list))).toEqual(both);
  });

  test('a line that is not UTF-8 leaves the others as they are', () => {
    const broken = Buffer.concat([Buffer.from(list), Buffer.from('x-3\tX\tJos\xe9 Quintanvar\n', 'latin1')]);
    writeFileSync(file('given-queries.tsv'), `${queries}José Quintanvar`);
    expect(foundIn(broken).found).toEqual([...both.found, ['José Quintanvar', 'x-3']]);
  });

  test('no query at all gives the figures of the run alone', () => {
    writeFileSync(file('given-queries.tsv'), '\n');
    expect(foundIn(Buffer.from(list))).toEqual({ status: 0, found: [] });
  });

  test('bytes that are no text are answered, each line with one', () => {
    const noise = Buffer.from(Array.from({ length: 40_000 }, (_unused, at) => (at * at * 31 + at * 7) & 0xff));
    writeFileSync(file('given-queries.tsv'), noise);
    const { status, stderr } = match('list.tsv', 'given-queries.tsv');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('who takes one line and closes the pipe gets that line, and no error', () => {
    writeFileSync(file('given-queries.tsv'), queries.repeat(20_000));
    const command = '"$0" "$1" match --list "$2" --queries "$3" | head -1; echo "${PIPESTATUS[0]}"';
    const files = [file('list.tsv'), file('given-queries.tsv')];
    const { stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath, CLI, ...files], {
      encoding: 'utf8',
    });
    const [line, exitCode] = stdout.split('\n');
    expect(parsed(line)).toMatchObject({ q: 'Åse Brandtvik' });
    expect({ exitCode, stderr }).toEqual({ exitCode: '0', stderr: '' });
  });
});

describe('watchlist pairs', () => {
  test('takes Windows line ends, columns in any place, quotes, and no line end at the end', () => {
    writeFileSync(file('more.csv'), '\ufefflabel,name2,name1\r\n1,"Brandtvik, Jonas",Jonas Brandtvik\r\n0,A,B');
    const { lines, status } = run('pairs', '--pairs', file('more.csv'));
    expect(status).toBe(0);
    expect(lines.map(parsed)).toMatchObject([
      { name1: 'Jonas Brandtvik', name2: 'Brandtvik, Jonas' },
      { name1: 'B', name2: 'A' },
    ]);
  });

  test.each([
    ['absent.csv', '', [66, 'no such file']],
    ['none.csv', '', [65, 'is empty']],
    ['header.csv', 'name1,name2\n', [65, 'has no rows']],
    ['unclosed.csv', 'name1,name2\n"Jonas,Brandtvik\n', [65, 'is not CSV: line 2 cannot be read']],
  ] as const)('says in one line what is wrong with %s', (name, content, [code, message]) => {
    if (name !== 'absent.csv') writeFileSync(file(name), content);
    const { status, stderr, lines } = run('pairs', '--pairs', file(name));
    expect({ status, lines }).toEqual({ status: code, lines: [] });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

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
