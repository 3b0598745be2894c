import { parseArgs } from 'node:util';
import { CommandError } from './command-error.ts';
import { runMatch } from './match-command.ts';
import { LinePrinter } from './line-printer.ts';
import { runPairs } from './pairs-command.ts';

const USAGE = `Usage: npm run --silent watchlist -- match --list FILE.tsv --queries FILE.tsv [--dob] [--top 5]
       npm run --silent watchlist -- pairs --pairs FILE.csv`;
const DEFAULT_TOP = '5';
const MOST_TOP = 1000;
const WHOLE_NUMBER = /^[1-9]\d*$/u;

try {
  run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}

function run(commandLine: readonly string[]): void {
  const { positionals, values } = readCommandLine(commandLine);
  const [command] = positionals;
  const printer = new LinePrinter(process.stdout);
  const print = (line: string): void => printer.print(line);
  if (command === 'match' && values.list !== undefined && values.queries !== undefined) {
    const { list, queries, dob } = values;
    runMatch({ list, queries, useBirthDates: dob, top: toTop(values.top) }, print);
  } else if (command === 'pairs' && values.pairs !== undefined) runPairs(values.pairs, print);
  else throw new CommandError('usage', USAGE);
  printer.end();
}

function readCommandLine(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        list: { type: 'string' },
        queries: { type: 'string' },
        pairs: { type: 'string' },
        dob: { type: 'boolean', default: false },
        top: { type: 'string', default: DEFAULT_TOP },
      },
    });
  } catch (error) {
    throw new CommandError('usage', `${error instanceof Error ? error.message : ''}\n${USAGE}`, { cause: error });
  }
}

function toTop(text: string): number {
  if (WHOLE_NUMBER.test(text) && Number(text) <= MOST_TOP) return Number(text);
  throw new CommandError('usage', `--top is a whole number from 1 to ${MOST_TOP}, not ${JSON.stringify(text)}`);
}
