import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import sqlite3 from 'sqlite3';
import type { Store } from '../../../src/ports/store.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { addScreened, approval, flagged, noon, toEntry, toSubject } from '../../contract/store-fixtures.ts';

const secretKey = randomBytes(32);
let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-store-'));
  path = join(folder, 'data', 'screening.db');
});
const holders: ChildProcess[] = [];
afterEach(async () => {
  for (const holder of holders.splice(0)) holder.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

const open = (key = secretKey): Promise<Store> => openStore({ databaseUrl: `sqlite:${path}`, secretKey: key });
const property = { id: 'P1', name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: 'canary-webhook-secret' };

test('what was committed is there after the store was opened again', async () => {
  const first = await open();
  const saved = await first.transaction((rows) => rows.properties.save(property));
  await first.close();
  const second = await open();
  expect(await second.read((rows) => rows.properties.get('P1'))).toEqual(saved);
  await second.close();
});

test('another SECRET_KEY is refused, and the right one still opens', async () => {
  await (await open()).close();
  await expect(open(randomBytes(32))).rejects.toMatchObject({ code: 'secret_key_mismatch' });
  await (await open()).close();
});

test('a URL of another engine is refused', async () => {
  const opened = openStore({ databaseUrl: 'postgres://localhost/x', secretKey });
  await expect(opened).rejects.toThrow('PostgreSQL is not supported yet');
});

test('the same file opens once only', async () => {
  const store = await open();
  await expect(open()).rejects.toMatchObject({ code: 'store_locked' });
  await store.close();
  await (await open()).close();
});

test('a second process is refused, the file stays readable, and kill -9 frees it at once', async () => {
  const holder = await startHolder();
  await expect(open()).rejects.toMatchObject({ code: 'store_locked', facts: { path } });
  expect(await countProperties()).toBe(1);
  const gone = once(holder, 'exit');
  holder.kill('SIGKILL');
  await gone;
  const store = await open();
  expect(await store.read((rows) => rows.properties.find('P1'))).toBeDefined();
  await store.close();
});

async function startHolder(): Promise<ChildProcess> {
  const script = join(folder, 'holder.ts');
  const module = new URL('../../../src/store/open-store.ts', import.meta.url).href;
  await writeFile(
    script,
    `import { openStore } from '${module}';
     const store = await openStore({ databaseUrl: 'sqlite:${path}', secretKey: Buffer.from('${secretKey.toString('hex')}', 'hex') });
     await store.transaction((rows) => rows.properties.save(${JSON.stringify(property)}));
     console.log('holding');
     setInterval(() => {}, 1_000);`,
  );
  const holder = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  holders.push(holder);
  await once(holder.stdout, 'data');
  return holder;
}

function countProperties(): Promise<number> {
  return new Promise((resolve, reject) => {
    const reader = new sqlite3.Database(path, sqlite3.OPEN_READONLY);
    reader.all<{ count: number }>('select count(*) as count from property', (error, rows) => {
      reader.close();
      if (error === null) resolve(rows[0]?.count ?? -1);
      else reject(error);
    });
  });
}

test('nothing of a guest can be read on disk, in the database or its log, while open or closed', async () => {
  const canaries = [
    ...['Canarina', 'Zwitscher', 'canary@example.org', '+351912000111', 'CANARY-DOC-77', '1984-02-29'],
    ...['canary-webhook-secret', 'canary reason', 'canary decision', 'canary note', 'canary staff', 'canary finding'],
  ];
  const store = await open();
  await store.transaction(async (rows) => {
    await rows.properties.save(property);
    const fields = {
      firstName: 'Canarina',
      lastName: 'Zwitscher',
      email: 'canary@example.org',
      phone: '+351912000111',
    };
    const papers = { documentNumber: 'CANARY-DOC-77', birthDate: '1984-02-29' };
    const screeningId = await addScreened(rows, toSubject({ fields: { ...fields, ...papers } }));
    const reasons = [{ code: 'x', text: 'canary reason' }];
    const findings = flagged.findings.map((finding) => ({ ...finding, note: 'canary finding', reasons }));
    await rows.screenings.saveConclusion(screeningId, { ...flagged, findings });
    await rows.screenings.saveDecision(screeningId, { ...approval, reason: 'canary decision' });
    await rows.screenings.addToTimeline({ screeningId, at: noon, event: 'decided', actor: 'canary staff' });
    const told = { propertyId: 'P1', guestId: 'G1', screeningId, state: 'written', at: noon } as const;
    await rows.writeBacks.save({ ...told, writtenNote: 'canary note' });
    const entry = toEntry({ names: ['Canarina Zwitscher'], reason: 'canary reason' });
    await rows.houseList.add(entry, [{ kind: 'name', value: 'canarina zwitscher' }]);
  });
  const hits = async () => {
    const files = await readdir(join(folder, 'data'));
    const bytes = await Promise.all(files.map((file) => readFile(join(folder, 'data', file), 'latin1')));
    const text = bytes.join('\n').toLowerCase();
    expect(text).toContain('confirmed'); // what is readable is found this way
    return canaries.filter((canary) => text.includes(canary.toLowerCase()));
  };
  expect(await hits()).toEqual([]);
  await store.close();
  expect(await hits()).toEqual([]);
});
