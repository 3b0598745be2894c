import { existsSync, renameSync, rmSync } from 'node:fs';
import { listManifests } from '../../providers/index.ts';
import { type PropertyConfigs, readConfigFile } from '../../src/config/config-file.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createStoreKeys } from '../../src/store/row-parts.ts';
import { openSqliteConnection, type SqliteConnection } from '../../src/store/sqlite/sqlite-connection.ts';
import { createRandom, plusDays, toSubject } from './people.ts';
import { takeStock } from './take-stock.ts';
import { addSubject, seededColumns, type SeedRows } from './seed-rows.ts';

export interface HotelChain {
  readonly properties: number;
  /** Of each property: 4,000 guests have 8,000 stays and 20,000 screenings. */
  readonly guests: number;
  /** Over how many days, around today, the stays begin. */
  readonly days: number;
}

export interface Seeded {
  readonly path: string;
  readonly subjects: number;
  readonly screenings: number;
}

export const secretKey = Buffer.alloc(32, 'api bench');

export const toPropertyId = (index: number): string => String(70_001 + index);

/** Half of all stays have been screened twice, the others three times. */
export const screeningsOf = (no: number): number => 2 + (no % 2);

/** Makes the database, or takes the one that was made before: it takes minutes. Stock is taken when it is handed out. */
export async function seed(path: string, chain: HotelChain, today: string): Promise<Seeded> {
  const subjects = chain.properties * chain.guests * 2;
  if (!existsSync(path)) await make(path, chain, today);
  const store = await openStore({ databaseUrl: `sqlite:${path}`, secretKey });
  await takeStock(store, readDefaults());
  await store.close();
  return { path, subjects, screenings: subjects * 2.5 };
}

async function make(path: string, chain: HotelChain, today: string): Promise<void> {
  const unfinished = `${path}.part`;
  for (const end of ['', '-wal', '-shm', '.lock']) rmSync(`${unfinished}${end}`, { force: true });
  await addProperties(unfinished, chain.properties);
  const connection = await openSqliteConnection(unfinished);
  for (const pragma of ['synchronous = off', 'cache_size = -1000000', 'foreign_keys = off']) {
    await connection.all(`pragma ${pragma}`);
  }
  for (let property = 0; property < chain.properties; property += 1) await fill(connection, { property, chain, today });
  await connection.all('pragma wal_checkpoint(truncate)');
  await connection.close();
  renameSync(unfinished, path);
}

/** As the service has them without a configuration file. */
function readDefaults(): PropertyConfigs {
  const reading = readConfigFile('', listManifests());
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.properties;
}

/** Through the store itself, so that the tables are as they ship. */
async function addProperties(path: string, count: number): Promise<void> {
  const store = await openStore({ databaseUrl: `sqlite:${path}`, secretKey });
  const now = new Date().toISOString();
  await store.transaction(async ({ properties }) => {
    for (let index = 0; index < count; index += 1) {
      const id = toPropertyId(index);
      await properties.save({
        id,
        name: `Hotel ${index + 1}`,
        timeZone: 'Europe/Lisbon',
        webhookSecret: `secret-${id}`,
      });
      await properties.noteSyncStarted(id, now);
      await properties.moveWatermark(id, now);
    }
  });
  await store.close();
}

interface Filling {
  readonly property: number;
  readonly chain: HotelChain;
  readonly today: string;
}

/** All of one property in one transaction; what the search is made of goes in by its order, which spares most of the work. */
async function fill(connection: SqliteConnection, { property, chain, today }: Filling): Promise<void> {
  const rows: SeedRows = { subject: [], subject_search: [], screening: [], timeline: [], write_back: [] };
  const plan = { keys: keysOfBench, random: createRandom(property + 1), at: `${plusDays(today, -1)}T10:00:00.000Z` };
  const propertyId = toPropertyId(property);
  for (let guest = 0; guest < chain.guests; guest += 1) {
    const guestNo = property * chain.guests + guest;
    for (const stay of [0, 1]) {
      const no = guestNo * 2 + stay + 1;
      const arrivesOn = plusDays(today, Math.floor(plan.random() * chain.days) - Math.floor(chain.days / 2));
      addSubject(rows, toSubject(guestNo, stay, { propertyId, arrivesOn }), {
        ...plan,
        no,
        screenings: screeningsOf(no),
      });
    }
  }
  rows.subject_search.sort((one, other) => toOrder(one, other));
  await connection.run('begin');
  for (const table of Object.keys(seededColumns) as (keyof SeedRows)[]) await insert(connection, table, rows[table]);
  await connection.run('commit');
}

function toOrder([, one = '', oneNo = 0]: readonly unknown[], [, other = '', otherNo = 0]: readonly unknown[]): number {
  if (one === other) return Number(oneNo) - Number(otherNo);
  return (one as string) < (other as string) ? -1 : 1;
}

const keysOfBench = createStoreKeys(secretKey);
const rowsAtOnce = 5_000;

async function insert(
  connection: SqliteConnection,
  table: keyof SeedRows,
  rows: SeedRows[keyof SeedRows],
): Promise<void> {
  const columns = seededColumns[table].split(' ');
  const names = columns.map((column) => column.replace('x:', ''));
  const cells = columns.map((column, index) =>
    column.startsWith('x:') ? `unhex(value ->> ${index})` : `value ->> ${index}`,
  );
  const statement = `insert into ${table} (${names.join(', ')}) select ${cells.join(', ')} from json_each(?)`;
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await connection.run(statement, [JSON.stringify(rows.slice(from, from + rowsAtOnce))]);
  }
}
