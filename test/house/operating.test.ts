import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { alertKinds } from '../../src/domain/alerts/alert-kinds.ts';
import { checkNames } from '../../src/domain/diagnosis.ts';
import { createMetrics } from '../../src/metrics/create-metrics.ts';
import { openStore } from '../../src/store/open-store.ts';
import { listFiles, repositoryRoot } from './source-files.ts';

const page = readFileSync(join(repositoryRoot, 'docs/operating.md'), 'utf8');
/** What the first cells of the page's tables name in code. */
const named = [...page.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('every kind of alert has its row in the operators’ page', () => {
  expect(alertKinds.filter((kind) => !named.includes(kind))).toEqual([]);
});

test('every check of the doctor has its row', () => {
  expect(checkNames.filter((name) => !named.includes(name))).toEqual([]);
});

test('no row names an alert or a check that there is not', () => {
  const known: readonly string[] = [...alertKinds, ...checkNames];
  const others = named.filter((name = '') => /^[a-z_]+$/.test(name) && !name.startsWith('guest_screening_'));
  expect(others.filter((name = '') => !known.includes(name))).toEqual([]);
});

test('every metric has its row, and no row has none', async () => {
  const metrics = createMetrics({
    countJobs: () => Promise.resolve({ waiting: 0, running: 0, buried: 0 }),
    findOldestDueSeconds: () => Promise.resolve(0),
    listSyncAges: () => Promise.resolve([]),
    listBudgets: () => Promise.resolve([]),
  });
  const text = await metrics.toText();
  const registered = [...text.matchAll(/^# TYPE (guest_screening_\w+)/gm)].map(([, name]) => name);
  expect(named.filter((name) => name?.startsWith('guest_screening_')).sort()).toEqual(registered.sort());
});

describe('what an operator’s page names is there', () => {
  const pages = ['operating', 'going-live', 'connecting', 'syncing'].map((name) => {
    return { name, text: readFileSync(join(repositoryRoot, `docs/${name}.md`), 'utf8') };
  });
  const inCode = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);
  const metrics = readFileSync(join(repositoryRoot, 'docs/operating.md'), 'utf8');
  const sources = listFiles(['src', 'providers'], '.ts');

  test.each(pages)('each metric in $name', ({ text }) => {
    const short = inCode(text, /`(?:guest_screening_)?([a-z_]+_(?:seconds|total|now))`/g);
    expect(short.filter((metric) => !metrics.includes(`| \`guest_screening_${metric}\``))).toEqual([]);
  });

  test.each(pages)('each line of the log in $name', ({ text }) => {
    const events = inCode(text, /`([a-z]+\.[a-z_]+)`/g).filter((name) => !/^(facts|alerts)\./.test(name));
    const isLogged = (event: string) => sources.some((source) => source.text.includes(`'${event}'`));
    expect(events.filter((event) => !isLogged(event))).toEqual([]);
  });

  test.each(pages)('each operation of the API in $name', ({ text }) => {
    const { paths } = parse(readFileSync(join(repositoryRoot, 'openapi/service.yaml'), 'utf8')) as {
      paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
    const operations = [...text.matchAll(/`(GET|POST|PUT|PATCH|DELETE) (\/api\/v1[^`? ]*)/g)];
    const unknown = operations.filter(([, method = '', path = '']) => !(method.toLowerCase() in (paths[path] ?? {})));
    expect(unknown.map(([found]) => found)).toEqual([]);
  });
});

test('a backup by the command of the page, made while the service works, holds what was committed', async () => {
  const [command = ''] = /^node -e .*$/m.exec(page) ?? [];
  const secretKey = Buffer.alloc(32, 'k3y');
  const property = { id: 'P1', name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: 'secret' };
  const [path, copy] = [join(folder, 'live.db'), join(folder, 'copy.db')];
  const store = await openStore({ databaseUrl: `sqlite:${path}`, secretKey });
  await store.transaction((rows) => rows.properties.save(property));
  const line = command.replace('data/guest-screening.db', path).replace('backup.db', copy);
  const done = spawnSync('sh', ['-c', line.replace(/^node/, process.execPath)], { cwd: repositoryRoot });
  expect([done.status, done.stderr.toString()]).toEqual([0, '']);
  await store.close();
  const restored = await openStore({ databaseUrl: `sqlite:${copy}`, secretKey });
  expect(await restored.read((rows) => rows.properties.get('P1'))).toMatchObject(property);
  await restored.close();
});
