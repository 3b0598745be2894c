import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askOwnAddress } from '../../../src/diagnosis/ask-own-address.ts';
import { findDiskSpace } from '../../../src/diagnosis/find-disk-space.ts';
import { toReportText } from '../../../src/diagnosis/to-report-text.ts';
import { createSmtpMailer } from '../../../src/mail/smtp-mailer.ts';
import type { CheckResult } from '../../../src/ports/doctor.ts';
import type { WatchlistStatus } from '../../../src/ports/watchlists.ts';
import { checkClock } from '../../../src/screening/doctor/check-clock.ts';
import { checkDatabase } from '../../../src/screening/doctor/check-database.ts';
import { checkDisk } from '../../../src/screening/doctor/check-disk.ts';
import { checkLists } from '../../../src/screening/doctor/check-lists.ts';
import { checkMail } from '../../../src/screening/doctor/check-mail.ts';
import { checkOutside } from '../../../src/screening/doctor/check-outside.ts';
import { checkQueue } from '../../../src/screening/doctor/check-queue.ts';
import { createInspectDatabase } from '../../../src/store/inspection/inspect-database.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { openSqliteConnection } from '../../../src/store/sqlite/sqlite-connection.ts';
import { at } from '../../contract/store-fixtures.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { startVendor } from '../../support/vendor-server.ts';

const { signal } = new AbortController();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doctor-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What is not right has an advice; what is has none. */
function toStates(results: readonly CheckResult[]): readonly string[] {
  for (const { state, advice } of results) expect(advice === undefined).toBe(state === 'ok');
  return results.map(({ check, state }) => `${check} ${state}`);
}

describe('the database', () => {
  const secretKey = randomBytes(32);
  const inspect = async (path: string, key = secretKey) => checkDatabase(createInspectDatabase(path, key));
  const make = async (name: string): Promise<string> => {
    const path = join(folder, name);
    const store = await openStore({ databaseUrl: `sqlite:${path}`, secretKey });
    await store.close();
    return path;
  };

  test('is looked at while the service works on it, and nothing is changed', async () => {
    const path = join(folder, 'running.db');
    const store = await openStore({ databaseUrl: `sqlite:${path}`, secretKey });
    expect(toStates(await inspect(path))).toEqual(['database ok', 'secret_key ok']);
    await store.close();
  });

  test('is not made by looking for it', async () => {
    const path = join(folder, 'none.db');
    expect(toStates(await inspect(path))).toEqual(['database warning']);
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });

  test('that can be neither made nor written to is a problem', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const [cannot] = await inspect(join(file, 'below', 'it.db'));
    expect(cannot).toMatchObject({ state: 'problem', says: 'does not exist and cannot be created' });
    const facts = await createInspectDatabase(await make('sealed.db'), secretKey)();
    expect(facts.isWritable).toBe(true);
    const [sealed] = await checkDatabase(() => Promise.resolve({ ...facts, isWritable: false }));
    expect(sealed).toMatchObject({ state: 'problem', says: 'is not writable' });
  });

  test('is told from one of another key', async () => {
    expect(toStates(await inspect(await make('key.db'), randomBytes(32)))).toEqual([
      'database ok',
      'secret_key problem',
    ]);
  });

  test('is told from a file that is none, and from one that is damaged', async () => {
    const path = join(folder, 'text.db');
    await writeFile(path, 'no database at all, though it has some length'.repeat(50));
    expect(toStates(await inspect(path))).toEqual(['database problem']);
    const damaged = await make('damaged.db');
    const bytes = await readFile(damaged);
    bytes.fill(0xff, 4_096 * 3, 4_096 * 40);
    await writeFile(damaged, bytes);
    expect(toStates(await inspect(damaged))[0]).toBe('database problem');
  });

  test('says what a release has still to do to it, and that a newer one was there', async () => {
    const path = await make('old.db');
    const change = async (statement: string) => {
      const connection = await openSqliteConnection(path);
      await connection.run(statement);
      await connection.close();
    };
    await change("delete from kysely_migration where name = '015-alerts'");
    const [waiting] = await inspect(path);
    expect(waiting).toMatchObject({
      state: 'warning',
      says: expect.stringContaining('1 change of this release waits'),
    });
    await change("update kysely_migration set name = '999-later' where name = '012-figures'");
    expect((await inspect(path))[0]).toMatchObject({
      state: 'problem',
      says: expect.stringContaining('999-later'),
    });
  });
});

test('the disk has room, or says how little', async () => {
  expect((await checkDisk(findDiskSpace, join(folder, 'not', 'there', 'yet.db'))).says).toMatch(/\d of \d+\.\d GB/);
  const having = (freeBytes: number) =>
    checkDisk(() => Promise.resolve({ freeBytes, totalBytes: 100 * 1024 ** 3 }), '');
  const results = [await having(50 * 1024 ** 3), await having(1024 ** 3), await having(1024 ** 2)];
  expect(toStates(results)).toEqual(['disk ok', 'disk warning', 'disk problem']);
});

test('the clock may differ by seconds, and not by minutes', () => {
  const results = [1_500, -30_000, 90_000, undefined].map(checkClock);
  expect(toStates(results)).toEqual(['clock ok', 'clock warning', 'clock problem', 'clock warning']);
  expect(results[1]?.says).toBe('is 30 seconds behind the PMS');
});

test('the queue is on time, late or stuck, and has given up work or not', () => {
  const facts = { waiting: 3, running: 1, buried: 0 };
  const lateBy = (minutes: number) => checkQueue({ ...facts, oldestDueAt: at(-minutes) }, at(0))[0];
  expect([checkQueue(facts, at(0))[0], lateBy(1), lateBy(10), lateBy(100)].map((result) => result?.state)).toEqual([
    ...['ok', 'ok', 'warning', 'problem'],
  ]);
  expect(toStates(checkQueue({ ...facts, buried: 2 }, at(0)))).toEqual(['queue ok', 'buried_jobs problem']);
});

test('lists are fresh, too old or missing', () => {
  const list: WatchlistStatus = {
    listId: 'un',
    title: 'UN',
    canRefresh: true,
    state: 'fresh',
    persons: 7,
    ageMs: 3_600_000,
  };
  const results = checkLists([
    list,
    { ...list, state: 'stale', ageMs: 72 * 3_600_000 },
    { listId: 'own-1', title: 'Own', canRefresh: false, state: 'missing' },
  ]);
  expect(toStates(results)).toEqual(['lists ok', 'lists warning', 'lists problem']);
  expect(toStates(checkLists([]))).toEqual(['lists ok']);
});

describe('mail', () => {
  const toMailer = (port: number, user?: string) =>
    createSmtpMailer({
      server: {
        ...{ host: '127.0.0.1', port, isSecure: false, needsTls: false },
        ...(user !== undefined && { user, password: 'wrong' }),
      },
      from: 'welcome@hotel.example',
    });

  test('is off, or the server takes us, or not our password, or is not there', async () => {
    const server = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username }, _session, done) =>
        username === 'right' ? done(null, { user: username }) : done(new Error('Invalid username or password')),
    });
    const mailers = [toMailer(server.port, 'right'), toMailer(server.port, 'stranger')];
    const results = [await checkMail(undefined, signal)];
    for (const mailer of mailers) results.push(await checkMail(mailer, signal));
    for (const mailer of mailers) mailer.close();
    await server.close();
    const nobody = toMailer(server.port);
    results.push(await checkMail(nobody, signal));
    nobody.close();
    expect(toStates(results)).toEqual(['mail warning', 'mail ok', 'mail problem', 'mail problem']);
    expect(results[2]?.says).toContain('mail_unauthorized');
    expect(results[3]?.says).toContain('mail_unreachable');
  });
});

describe('the way from outside', () => {
  const look = (url: string, isRunning = true) => checkOutside(url, askOwnAddress, { isRunning, signal });

  test('cannot lead to this machine itself, nor to a service that does not run', async () => {
    expect(await look('http://localhost:8080')).toMatchObject({
      state: 'warning',
      says: expect.stringContaining('no events arrive'),
    });
    expect(await look('https://screening.example.org', false)).toMatchObject({ state: 'warning' });
  });

  test('is right where this service answers, and wrong where another does or nobody', async () => {
    const vendor = await startVendor(() => ({ body: { status: 'ok' } }));
    const asked = (answer: string) =>
      checkOutside(answer, () => askOwnAddress(`${vendor.url}/healthz`, signal), { isRunning: true, signal });
    expect(await asked('https://screening.example.org')).toMatchObject({ state: 'ok' });
    expect(await asked('http://screening.example.org')).toMatchObject({ state: 'warning' });
    vendor.answer = () => ({ body: '<html>Welcome to nginx</html>' });
    expect(await asked('https://screening.example.org')).toMatchObject({
      state: 'problem',
      says: expect.stringContaining('not this service'),
    });
    await vendor.close();
    const nobody = await startVendor();
    await nobody.close();
    expect(await askOwnAddress(`${nobody.url}/healthz`, signal)).toEqual({ failure: 'refused' });
  });
});

test('the report stands in columns, with what to do below what is wrong', () => {
  const report = toReportText([
    { check: 'disk', propertyId: null, state: 'ok', says: 'is large' },
    { check: 'pms_key', propertyId: '12345', state: 'problem', says: 'is wrong', advice: 'Make a new one.' },
  ]);
  expect(report).toBe(
    [
      'ok       disk           is large',
      'PROBLEM  pms_key 12345  is wrong',
      '                        → Make a new one.',
      '',
      '1 ok, 0 warnings, 1 problem',
      '',
    ].join('\n'),
  );
});
