// `npm run accuracy`: writes accuracy.md and accuracy.json into coverage/accuracy (or the folder named), fails below a floor.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDataFile } from './data-files.ts';
import { PAIR_FLOORS } from './floors.ts';
import type { JudgedSet } from './judged-set.ts';
import { ownNames } from './own-names.ts';
import { toBanList } from './own-sets.ts';
import { measurePairs } from './pairs.ts';
import { belowFloor, reportOn, toMarkdown } from './report.ts';
import { toTranscribedSet } from './transcribed-set.ts';
import { loadNotListed, loadWatchlistSets } from './watchlist-sets.ts';

const folder = process.argv[2] ?? 'coverage/accuracy';
const hasData = findDataFile('names/list.tsv') !== undefined;
if (!hasData) console.warn('SKIPPED: ../shared/data is absent, so only the invented names are measured');
const sets = [ownNames(), ...(hasData ? loadSets() : [])];
const lines = sets.flatMap(reportOn);
const pairs = hasData ? measurePairs() : undefined;
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'accuracy.json'), `${JSON.stringify({ lines, pairs }, null, 1)}\n`);
const pairsText =
  pairs === undefined
    ? ''
    : `\nPairs, best F1: curated persons ${pairs.curatedPersons.toFixed(3)}, all ${pairs.all.toFixed(3)}\n`;
writeFileSync(join(folder, 'accuracy.md'), toMarkdown(lines) + pairsText);
console.log(
  toMarkdown(lines.filter(({ kind }) => ['all', 'not_literal', 'not_written_so'].includes(kind))) + pairsText,
);
for (const [of, floor] of Object.entries(PAIR_FLOORS)) {
  const reached = pairs?.[of as keyof typeof PAIR_FLOORS] ?? 1;
  if (reached >= floor) continue;
  console.error(`below its floor: pairs, ${of}, ${floor} reached ${reached.toFixed(3)}`);
  process.exitCode = 1;
}
for (const { floor, recall } of belowFloor(lines)) {
  console.error(`below its floor: ${JSON.stringify(floor)} reached ${recall.toFixed(3)}`);
  process.exitCode = 1;
}

function loadSets(): readonly JudgedSet[] {
  const notListed = loadNotListed();
  const sets = loadWatchlistSets();
  return [...sets, toTranscribedSet(sets[0]?.persons ?? [], notListed), toBanList(notListed)];
}
