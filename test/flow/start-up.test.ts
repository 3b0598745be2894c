import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';

const { PATH, NODE_COMPILE_CACHE } = process.env;

// Some start two processes, one after the other.
jest.setTimeout(300_000);

let hotel: Hotel;
let runs: Run[] = [];

beforeEach(async () => {
  hotel = await openHotel();
});

afterEach(async () => {
  for (const started of runs) started.kill('SIGKILL'); // where a test has failed
  runs = [];
  await hotel.close();
});

interface Run {
  readonly output: () => string;
  readonly exitCode: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
}

/** `npm start`, without the build: the entry file in a process of its own. */
function run(changes: Readonly<Record<string, string | undefined>> = {}): Run {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH, NODE_COMPILE_CACHE, ...hotel.environment, ...changes },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const started: Run = {
    output: () => output,
    exitCode: new Promise((resolve) => child.once('close', resolve)),
    kill: (signal) => child.kill(signal),
  };
  runs.push(started);
  return started;
}

const isReady = async (): Promise<true | undefined> => {
  const answer = await fetch(`${hotel.environment.PUBLIC_URL}/readyz`).catch(() => undefined);
  return answer?.status === 200 || undefined;
};

/** A start takes two seconds of a processor, four where no module is compiled yet: this only ends what hangs. */
const untilReady = (what: string) => eventually(isReady, { what, withinMs: 120_000 });

test('without SECRET_KEY it does not start, and says so together with everything else that is wrong', async () => {
  const { exitCode, output } = run({ SECRET_KEY: undefined, PORT: 'eighty', ADMIN_TOKEN: 'short' });
  expect(await exitCode).toBe(78);
  expect(output()).toMatch(/SECRET_KEY: is required/);
  expect(output()).toMatch(/PORT: /);
  expect(output()).toMatch(/ADMIN_TOKEN: /);
});

test('with another SECRET_KEY than the database was written with it does not start', async () => {
  const first = run();
  await untilReady('the first start');
  first.kill('SIGTERM');
  expect(await first.exitCode).toBe(0);
  const second = run({ SECRET_KEY: randomBytes(32).toString('hex') });
  expect(await second.exitCode).toBe(78);
  expect(second.output()).toMatch(/SECRET_KEY: the database was written with another key/);
});

test('a second process on the same database does not start, and says why', async () => {
  const first = run();
  await untilReady('the first start');
  const second = run({ PORT: '0' });
  expect(await second.exitCode).toBe(1);
  expect(second.output()).toMatch(/another process works on this database/);
  first.kill('SIGTERM');
  await first.exitCode;
});

test.each([
  ['a folder', (folder: string) => folder],
  ['below a file', (folder: string) => join(folder, 'a-file', 'below', 'screening.db')],
  ['no database', (folder: string) => join(folder, 'a-file')],
])('a database that cannot be opened, %s, is named', async (_, toPath) => {
  writeFileSync(join(hotel.folder, 'a-file'), 'no database at all, though it has some length'.repeat(50));
  const { exitCode, output } = run({ DATABASE_URL: `sqlite:${toPath(hotel.folder)}` });
  expect(await exitCode).toBe(1);
  expect(output()).toMatch(/^DATABASE_URL: the file [^\n]+\n$/);
});

test('a port that is taken is named', async () => {
  const { exitCode, output } = run({ PORT: new URL(hotel.sandbox.apiUrl).port });
  expect(await exitCode).toBe(1);
  expect(output()).toMatch(/PORT: .*in use/);
});

test('an address that is not this machine’s is named', async () => {
  const { exitCode, output } = run({ HOST: '203.0.113.9' });
  expect(await exitCode).toBe(1);
  expect(output()).toMatch(/^HOST: /m);
});

test('the configuration file is followed, at once on SIGHUP, and one that is wrong changes nothing', async () => {
  const path = join(hotel.folder, 'screening.yaml');
  writeFileSync(path, 'defaults: { writeBack: note }');
  const service = run({ CONFIG_FILE: path });
  await untilReady('the start');
  writeFileSync(path, 'defaults: { writeBack: everywhere }');
  service.kill('SIGHUP');
  await eventually(() => /defaults\.writeBack.*configuration\.refused/.test(service.output()) || undefined, {
    what: 'the refusal',
  });
  writeFileSync(path, 'defaults: { writeBack: both }');
  service.kill('SIGHUP');
  await eventually(() => service.output().includes('configuration.taken') || undefined, {
    what: 'the new configuration',
  });
  writeFileSync(path, 'defaults: { writeBack: note, language: pt }');
  await eventually(() => service.output().split('configuration.taken').length > 2 || undefined, { what: 'the next' });
  service.kill('SIGTERM');
  expect(await service.exitCode).toBe(0);
});

test('SIGTERM ends it in order', async () => {
  const service = run();
  await untilReady('the start');
  service.kill('SIGTERM');
  expect(await service.exitCode).toBe(0);
  expect(service.output()).toMatch(/service\.stopped/);
});

/** util-linux's `script`, which other systems have with other options. */
const hasTerminals = spawnSync('script', ['--version'], { stdio: 'ignore' }).status === 0;

(hasTerminals ? test : test.skip)('the end of the terminal that it was started from ends it in order', async () => {
  const [database, pid] = [join(hotel.folder, 'by-hand.db'), join(hotel.folder, 'pid')];
  const command = `echo $$ > '${pid}' && exec '${process.execPath}' src/main.ts`;
  const terminal = spawn('script', ['--quiet', '--command', command, '/dev/null'], {
    env: { PATH, NODE_COMPILE_CACHE, ...hotel.environment, DATABASE_URL: `sqlite:${database}` },
    stdio: 'ignore',
  });
  await untilReady('the start');
  terminal.kill('SIGKILL');
  try {
    // A database that was closed in order leaves no journal behind.
    await eventually(() => !existsSync(`${database}-wal`) || undefined, { what: 'the end' });
    expect(await isReady()).toBeUndefined();
  } catch (error) {
    process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL');
    throw error;
  }
});
