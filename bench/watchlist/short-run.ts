import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { MatchQuery } from '../../providers/watchlist/matching/search/query.ts';

const ROUNDS = 5;
const COMMAND = resolve(import.meta.dirname, '../../providers/watchlist/cli/main.ts');

/** What the command tells in its last line; see docs/matching.md. */
interface RunFigures {
  readonly loadMs: number;
  readonly warmMs: number;
  readonly qps: number;
  readonly p99us: number;
}

/** The command in a process of its own, as often as there are rounds: nothing is asked before the names that are timed. */
export function measureShortRun(list: string, asked: readonly MatchQuery[]): readonly RunFigures[] {
  const folder = mkdtempSync(join(tmpdir(), 'watchlist-'));
  const queries = join(folder, 'queries.tsv');
  writeFileSync(queries, asked.map(({ name }) => `${name}\n`).join(''));
  const runs = Array.from({ length: ROUNDS }, () => {
    const printed = execFileSync(process.execPath, [COMMAND, 'match', '--list', list, '--queries', queries], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    return JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '') as RunFigures;
  });
  rmSync(folder, { recursive: true });
  return runs;
}
