import { readListFile } from '../../providers/watchlist/cli/list-file.ts';
import { findDataFile, readDataBytes } from '../../test/accuracy/data-files.ts';
import type { JudgedSet } from '../../test/accuracy/judged-set.ts';
import { ownNames } from '../../test/accuracy/own-names.ts';
import { loadWatchlistSets } from '../../test/accuracy/watchlist-sets.ts';
import { printReport } from '../figures/report.ts';
import { contestants } from './contestants.ts';
import { measureRecall } from './recall.ts';
import { measureShortRun } from './short-run.ts';
import { measureSnapshot } from './snapshot.ts';
import { measureSpeed } from './speed.ts';

/** Names asked in a process of its own; whole shares of 15,000. */
const SHORT_RUNS = [750, 5_000];

type Figure = Parameters<typeof printReport>[1][number];

/** How well and how fast guests are matched with watchlists, beside libraries that a hotel could use instead. */
export function run(): Promise<void> {
  const hasData = findDataFile('names/list.tsv') !== undefined;
  console.log(
    hasData
      ? 'watchlist: data of ../shared/data (list.tsv, list_big.tsv, not-listed-15k.csv, queries-un-treated.tsv, UN XML)'
      : 'watchlist: ../shared/data is absent; the figures are those of fifteen invented people and say little',
  );
  const sets = hasData ? loadWatchlistSets() : [ownNames()];
  const figures = [...compare(sets), ...(hasData ? [...measureShortRuns(sets), ...measureBig(sets)] : [])];
  printReport('watchlist', figures);
  return Promise.resolve();
}

function compare(sets: readonly JudgedSet[]): Figure[] {
  return contestants.flatMap((contestant) => {
    const [first] = sets;
    if (first === undefined) return [];
    const started = performance.now();
    const search = contestant.build(first.persons);
    const loadMs = performance.now() - started;
    const { name } = contestant;
    const isOurs = name === 'ours';
    const asked = sampleOf(first.notListed, contestant.share);
    console.log(`watchlist: ${name} is ready, and asked for ${asked.length} of ${first.notListed.length} names`);
    const speed = measureSpeed(search, asked);
    return [
      { name: `${name}: load`, unit: 'ms', values: [loadMs], ...(isOurs && { goal: { atMost: 600 } }) },
      { name: `${name}: queries`, unit: '1/s', values: speed.perSecond, ...(isOurs && { goal: { atLeast: 5_000 } }) },
      { name: `${name}: p99`, unit: 'ms', values: speed.p99Ms, ...(isOurs && { goal: { atMost: 1.5 } }) },
      ...measureRecall(search, { sets: isOurs ? sets : [first], share: contestant.share, name }),
    ];
  });
}

/** A service that has just started, and whoever asks for few names, know only code that the warm-up has run. */
function measureShortRuns(sets: readonly JudgedSet[]): Figure[] {
  const list = findDataFile('names/list.tsv') ?? '';
  const notListed = sets[0]?.notListed ?? [];
  return SHORT_RUNS.flatMap((count) => {
    const runs = measureShortRun(list, sampleOf(notListed, count / notListed.length));
    const name = `ours, ${count} names after the warm-up`;
    return [
      { name: `${name}: warm-up`, unit: 'ms', values: runs.map(({ warmMs }) => warmMs) },
      { name: `${name}: queries`, unit: '1/s', values: runs.map(({ qps }) => qps), goal: { atLeast: 5_000 } },
      { name: `${name}: p99`, unit: 'ms', values: runs.map(({ p99us }) => p99us / 1000), goal: { atMost: 1.5 } },
    ];
  });
}

/** Ours alone on the large list: the others take minutes there. */
function measureBig(sets: readonly JudgedSet[]): Figure[] {
  const [ours] = contestants;
  const notListed = sets[0]?.notListed ?? [];
  if (ours === undefined) return [];
  const persons = [...readListFile(readDataBytes('names/list_big.tsv'))];
  const started = performance.now();
  const search = ours.build(persons);
  const loadMs = performance.now() - started;
  const speed = measureSpeed(search, notListed);
  return [
    { name: 'ours, 152k names: load', unit: 'ms', values: [loadMs], goal: { atMost: 2_500 } },
    { name: 'ours, 152k names: queries', unit: '1/s', values: speed.perSecond, goal: { atLeast: 2_500 } },
    { name: 'ours, 152k names: p99', unit: 'ms', values: speed.p99Ms, goal: { atMost: 4 } },
    {
      name: 'ours, 152k names: load of its snapshot',
      unit: 'ms',
      values: measureSnapshot(persons),
      goal: { atMost: 150 },
    },
  ];
}

function sampleOf<Item>(items: readonly Item[], share: number): Item[] {
  const every = Math.max(1, Math.round(1 / share));
  return items.filter((_, position) => position % every === 0);
}
