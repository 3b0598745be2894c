import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { type Figure, printReport } from '../figures/report.ts';
import { toQuantile } from '../figures/statistics.ts';
import { openChain, type ServedChain } from './open-chain.ts';
import { type QuestionKind, questionKinds, toQuestion } from './questions.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 9);
const asksPerRound = 60;
const chains = {
  small: { properties: 1, guests: 2_000, days: 182 },
  large: { properties: 50, guests: 4_000, days: 364 },
};

/** How long staff wait for the API with 10,000 screenings and with 1,000,000, in turns, so that both meet the same machine. */
export async function run(): Promise<void> {
  const sandbox = await startSandbox();
  const today = new Date().toISOString().slice(0, 10);
  const opened: ServedChain[] = [];
  try {
    const small = await openChain(sandbox, { ...chains.small, name: 'small', today });
    opened.push(small);
    const large = await openChain(sandbox, { ...chains.large, name: 'large', today });
    opened.push(large);
    const figures = [];
    for (const kind of questionKinds) figures.push(...(await compare(kind, small, large)));
    printReport('api', [{ name: 'screenings', unit: '', values: [large.screenings] }, ...figures]);
  } finally {
    for (const chain of opened) await chain.close();
    await sandbox.close();
  }
}

async function compare(kind: QuestionKind, small: ServedChain, large: ServedChain): Promise<Figure[]> {
  const times = { small: [] as number[][], large: [] as number[][] };
  // The first round finds nothing in memory, neither here nor there, and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    const [few, many] = [await askRound(kind, round, small), await askRound(kind, round, large)];
    if (round > 0) times.small.push(few);
    if (round > 0) times.large.push(many);
  }
  const [few, many] = [times.small, times.large].map((each) => each.map((one) => toQuantile(one, 0.5)));
  const ratios = (many ?? []).map((value, round) => value / (few?.[round] ?? NaN));
  const isSearch = kind.startsWith('search');
  return [
    { name: `${kind}, p50, small`, unit: 'ms', values: few ?? [] },
    { name: `${kind}, p50`, unit: 'ms', values: many ?? [] },
    { name: `${kind}, p50, large ÷ small`, unit: '', values: ratios, goal: { atMost: 1.5 } },
    { name: `${kind}, p99, small`, unit: 'ms', values: [toQuantile(times.small.flat(), 0.99)] },
    {
      name: `${kind}, p99`,
      unit: 'ms',
      values: [toQuantile(times.large.flat(), 0.99)],
      ...(isSearch && { goal: { atMost: 50 } }),
    },
  ];
}

async function askRound(kind: QuestionKind, round: number, { url, headers, chain }: ServedChain): Promise<number[]> {
  const times: number[] = [];
  for (let ask = 0; ask < asksPerRound; ask += 1) {
    const path = toQuestion(kind, round * asksPerRound + ask, chain);
    const startedMs = performance.now();
    const answer = await fetch(`${url}${path}`, { headers });
    const body = await answer.text();
    times.push(performance.now() - startedMs);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${body}`);
    if (kind !== 'detail' && kind !== 'arrivals' && body.includes('"items":[]'))
      throw new Error(`${path}: found nobody`);
  }
  return times;
}
