import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { CommandError } from './command-error.ts';
import { runMatch } from './match-command.ts';
import { LinePrinter } from './line-printer.ts';
import { runPairs } from './pairs-command.ts';

const USAGE = `Usage: npm run --silent watchlist -- match --list FILE.tsv --queries FILE.tsv [--dob] [--top 5]
       npm run --silent watchlist -- pairs --pairs FILE.csv`;
const DEFAULT_TOP = '5';
const MOST_TOP = 1000;
/**
 * The engine's last optimiser runs beside the command, on a single core instead of it, and begins after 3,000 calls: a list is read before
 * that pays. What is called this often is still optimised. Engines that do not know the setting ignore it.
 */
const LATE_OPTIMISING = '--invocation-count-for-turbofan=30000';
const WHOLE_NUMBER = /^[1-9]\d*$/u;

setFlagsFromString(LATE_OPTIMISING);
try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}

async function run(commandLine: readonly string[]): Promise<void> {
  const { positionals, values } = readCommandLine(commandLine);
  const { help, list, queries, pairs, dob, top } = values;
  const printer = new LinePrinter(process.stdout);
  const print = (line: string): Promise<void> | undefined => printer.print(line);
  if (help === true) await print(USAGE);
  else if (positionals.length !== 1) throw new CommandError('usage', USAGE);
  else if (positionals[0] === 'match' && list !== undefined && queries !== undefined && pairs === undefined) {
    await runMatch({ list, queries, useBirthDates: dob === true, top: toTop(top ?? DEFAULT_TOP) }, print);
  } else if (positionals[0] === 'pairs' && pairs !== undefined && Object.keys(values).length === 1)
    await runPairs(pairs, print);
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
        dob: { type: 'boolean' },
        top: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
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
