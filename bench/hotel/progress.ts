import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';

const everyMs = 60_000;

/** A line a minute of how many requests were made, so that nobody waits blindly; and what there is to say besides. */
export function startProgress({ stats }: Sandbox, describe: () => readonly string[]): { stop(): void } {
  let [minutes, before] = [0, 0];
  const timer = setInterval(() => {
    minutes += 1;
    const requests = stats.requests.length;
    const rate = ((requests - before) / (everyMs / 1_000)).toFixed(1);
    const limited = stats.rateLimited === 0 ? '' : `, ${stats.rateLimited} over the limit`;
    const [first, ...more] = describe();
    console.log(`  minute ${minutes}: ${first ?? ''}, ${requests} requests, ${rate}/s${limited}`);
    for (const line of more) console.log(`    ${line}`);
    before = requests;
  }, everyMs);
  return { stop: () => clearInterval(timer) };
}
