import { execFileSync, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { printReport } from '../figures/report.ts';
import { toBookings } from '../hotel/bookings.ts';
import { until } from '../hotel/open-hotel.ts';
import { readMetric } from '../hotel/read-metric.ts';
import { createServiceEnvironment, type ServiceEnvironment } from '../hotel/service-environment.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const starts = 7;
const bookings = 6_000;
const idleMs = 5_000;

/** How soon the built service is ready, and how much memory it holds. */
export async function run(): Promise<void> {
  execFileSync('npm', ['run', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const sandbox = await startSandbox({ rateLimitPerSecond: Infinity });
  const first: number[] = [];
  const again: number[] = [];
  const bareNode: number[] = [];
  const idle: number[] = [];
  for (let start = 1; start <= starts; start += 1) {
    const environment = await createServiceEnvironment(sandbox);
    bareNode.push(measureBareNode());
    first.push(await startOnce(environment));
    again.push(await startOnce(environment, async () => void idle.push(await readIdleMemory(environment))));
    environment.remove();
  }
  for (const booking of toBookings(bookings)) sandbox.world.book(booking);
  const environment = await createServiceEnvironment(sandbox);
  const after: number[] = [];
  await startOnce(environment, async () => {
    await until(
      async () => (await readMetric(environment.url, 'guest_screening_screenings_finished_total')) >= 10_000,
      500,
    );
    await until(() => (sandbox.stats.requestsByOperation.putGuest ?? 0) >= 10_000, 500);
    after.push(await readMemory(environment), await readIdleMemory(environment));
  });
  environment.remove();
  await sandbox.close();
  printReport('footprint', [
    { name: 'ready, new database', unit: 'ms', values: first },
    { name: 'ready, its own database', unit: 'ms', values: again },
    { name: 'node alone', unit: 'ms', values: bareNode },
    { name: 'memory idle', unit: 'MB', values: idle },
    { name: 'memory after 10,000 screenings', unit: 'MB', values: after.slice(0, 1) },
    { name: 'memory 5 s later', unit: 'MB', values: after.slice(1) },
  ]);
}

/** Answers how many milliseconds it took to be ready. */
async function startOnce(environment: ServiceEnvironment, whileReady?: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  const service = spawn(process.execPath, ['dist/src/main.js'], {
    cwd: root,
    env: { ...environment.variables, CLOUDBEDS_RATE_LIMIT: '1000' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => service.once('exit', resolve));
  await until(() => isReady(environment.url), 2);
  const tookMs = performance.now() - startedMs;
  await whileReady?.();
  service.kill('SIGTERM');
  await ended;
  return tookMs;
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).status === 200;
  } catch {
    return false; // it does not listen yet
  }
}

function measureBareNode(): number {
  const startedMs = performance.now();
  execFileSync(process.execPath, ['-e', '0']);
  return performance.now() - startedMs;
}

async function readIdleMemory(environment: ServiceEnvironment): Promise<number> {
  await pause(idleMs);
  return readMemory(environment);
}

async function readMemory({ url }: ServiceEnvironment): Promise<number> {
  return (await readMetric(url, 'process_resident_memory_bytes')) / 1e6;
}
