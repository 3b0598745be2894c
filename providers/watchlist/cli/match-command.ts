import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildIndex } from '../matching/index/build-index.ts';
import { Matcher } from '../matching/search/matcher.ts';
import { warmUp } from '../matching/search/warm-up.ts';
import type { MatchQuery } from '../matching/search/query.ts';
import { toScore } from '../matching/score/units.ts';
import { ALERT_THRESHOLD } from '../matching/score/bands.ts';
import { CommandError, readInput } from './command-error.ts';
import type { Print } from './line-printer.ts';
import { readListFile } from './list-file.ts';
import { readLines } from './read-lines.ts';

export interface MatchCommand {
  readonly list: string;
  readonly queries: string;
  readonly useBirthDates: boolean;
  readonly top: number;
}

/**
 * Matches every line of a query file and prints one JSON line each, then one with the figures of the run. Throws
 * `CommandError` where a file cannot be read or lists nobody.
 */
export async function runMatch(command: MatchCommand, print: Print): Promise<void> {
  const queries = readInput(command.queries);
  const started = performance.now();
  const matcher = new Matcher(buildIndex(readListFile(readInput(command.list))));
  if (matcher.index.persons.count === 0) {
    throw new CommandError(
      'badData',
      `${command.list} lists nobody: each line is id, source, name, … with tabs between`,
    );
  }
  const loadMs = performance.now() - started;
  const warmingFrom = performance.now();
  warmUp(matcher.index);
  const warmMs = performance.now() - warmingFrom;
  const micros: number[] = [];
  for (const query of readQueries(queries, command.useBirthDates)) {
    const from = process.hrtime.bigint();
    const { matches } = matcher.search(query, { top: command.top });
    const us = Number(process.hrtime.bigint() - from) / 1000;
    micros.push(us);
    const shown = matches.map(({ entryId, score }) => ({ id: entryId, score }));
    await print(JSON.stringify({ q: query.name, matches: shown, us: Math.round(us) }));
  }
  await print(
    JSON.stringify({
      loadMs: Math.round(loadMs),
      warmMs: Math.round(warmMs),
      heapMb: await heapInUseMb(matcher),
      ...toTimings(micros),
      threshold: toScore(ALERT_THRESHOLD),
    }),
  );
}

/** One query after the other: all of them at once would be part of the memory that the run reports. */
function* readQueries(file: Buffer, useBirthDates: boolean): Generator<MatchQuery> {
  for (const line of readLines(file)) {
    if (line.trim() === '') continue;
    const [name = '', , birthDate = ''] = line.split('\t');
    yield useBirthDates && birthDate !== '' ? { name, birthDate } : { name };
  }
}

/**
 * Heap and array buffers of the whole process together, after a full collection. The matcher is an argument so that it
 * is still alive then. Two collections: one that was under way keeps what died since it began.
 */
async function heapInUseMb({ index }: Matcher): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  await setImmediate();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return index.names.count < 0 ? 0 : Math.round((heapUsed + arrayBuffers) / 1e5) / 10;
}

function toTimings(micros: readonly number[]): { qps: number; p50us: number; p99us: number } {
  const total = micros.reduce((sum, value) => sum + value, 0);
  const sorted = micros.toSorted((left, right) => left - right);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { qps: total === 0 ? 0 : Math.round((micros.length * 1e6) / total), p50us: at(0.5), p99us: at(0.99) };
}
