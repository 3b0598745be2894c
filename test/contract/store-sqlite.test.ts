import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { openStore } from '../../src/store/open-store.ts';
import { describeStore } from './store.contract.ts';

const secretKey = randomBytes(32);
let folder = '';
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'));
});
afterAll(() => rm(folder, { recursive: true }));

describeStore('a SQLite file', () => {
  files += 1;
  return openStore({ databaseUrl: `sqlite:${join(folder, `${files}.db`)}`, secretKey });
});

describeStore('SQLite in memory', () => openStore({ databaseUrl: 'sqlite::memory:', secretKey }));
