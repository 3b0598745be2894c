import { parseArgs } from 'node:util';
import { runMatch } from './match-command.ts';
import { runPairs } from './pairs-command.ts';

const USAGE = `Usage: npm run --silent watchlist -- match --list FILE.tsv --queries FILE.tsv [--dob] [--top 5]
       npm run --silent watchlist -- pairs --pairs FILE.csv
`;
const DEFAULT_TOP = '5';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'string' },
    queries: { type: 'string' },
    pairs: { type: 'string' },
    dob: { type: 'boolean', default: false },
    top: { type: 'string', default: DEFAULT_TOP },
  },
});

const print = (line: string): void => void process.stdout.write(`${line}\n`);

if (positionals[0] === 'match' && values.list !== undefined && values.queries !== undefined) {
  runMatch({ list: values.list, queries: values.queries, useBirthDates: values.dob, top: Number(values.top) }, print);
} else if (positionals[0] === 'pairs' && values.pairs !== undefined) {
  runPairs(values.pairs, print);
} else {
  process.stderr.write(USAGE);
  process.exitCode = 64;
}
