// `npm run bench` measures everything, `npm run bench -- NAME…` what is named. docs/benchmarks.md says what and how.
import { existsSync } from 'node:fs';

const names = [
  'ingest',
  'burst',
  'throughput',
  'footprint',
  'watchlist',
  'checks',
  'profiles',
  'api',
  'form',
  'live',
  'day',
  'outage',
] as const;

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !names.some((known) => known === name));
  if (unknown.length > 0) {
    console.error(`No such bench: ${unknown.join(', ')}. There are: ${names.join(', ')}`);
    process.exitCode = 2;
    return;
  }
  for (const name of asked.length > 0 ? asked : names) await runBench(name);
}

/** One that is missing or fails does not keep the others from running. */
async function runBench(name: string): Promise<void> {
  const module = new URL(`${name}/main.ts`, import.meta.url);
  if (!existsSync(module)) {
    console.error(`\n${name}: bench/${name}/main.ts is missing`);
    return;
  }
  try {
    const { run } = (await import(module.href)) as { readonly run: () => Promise<void> };
    await run();
  } catch (error) {
    console.error(`\n${name}: failed`, error);
    process.exitCode = 1;
  }
}

await main();
