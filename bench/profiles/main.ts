import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listManifests } from '../../providers/index.ts';
import { composeProfiles } from '../../src/compose/compose-profiles.ts';
import { readConfigFile } from '../../src/config/config-file.ts';
import { toSearchQuery } from '../../src/domain/search-terms.ts';
import type { Store } from '../../src/ports/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { printReport } from '../figures/report.ts';
import { toQuantile } from '../figures/statistics.ts';
import { propertyId, toGuests } from './guests.ts';

const guests = Number(process.env.BENCH_GUESTS ?? 200_000);
const guestsPerCommit = 500;
const rounds = 60;

/** What putting guests on cards costs, and how long people wait for a card among 200,000 guests of one property. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-profiles-'));
  const store = await openStore({ databaseUrl: `sqlite:${join(folder, 'b.db')}`, secretKey: randomBytes(32) });
  try {
    const clock = { now: () => new Date().toISOString() };
    const {
      syncing: { bindProfile },
      http,
    } = composeProfiles({ settings: { properties: toProperties() }, store, clock });
    const taken = await fill(store, bindProfile);
    const list = (text?: string) =>
      http.list(propertyId, { limit: 51, ...(text !== undefined && { terms: toSearchQuery(text) }) });
    const first = await list();
    const cards = first.map(({ summary }) => summary.id);
    printReport('profiles', [
      { name: 'guests', unit: '', values: [guests] },
      ...taken,
      await measure('first page, p95', () => list()),
      await measure('search by two letters, p95', (round) => list(twoLetters[round % twoLetters.length])),
      await measure('search by name, p95', (round) => list(`ana silva${round % 7}`), { atMost: 50 }),
      await measure('search by e-mail, p95', (round) => list(`guest${round * 991}@post.example`), { atMost: 50 }),
      await measure('card, p95', (round) => http.read(propertyId, { profileId: cards[round % cards.length] ?? '' })),
      await measure('suggestions, p95', (round) => http.suggest(propertyId, cards[round % cards.length] ?? '')),
    ]);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

const twoLetters: readonly string[] = ['an', 'ma', 'si', 'jo', 'sa'];

/** The same guests with and without cards, in turns, so that both meet the same machine. */
async function fill(store: Store, bindProfile: ReturnType<typeof composeProfiles>['syncing']['bindProfile']) {
  const at = new Date().toISOString();
  const [withoutMs, withMs]: [number[], number[]] = [[], []];
  await store.transaction((rows) =>
    rows.properties.save({ id: propertyId, name: 'Bench', timeZone: 'UTC', webhookSecret: 'bench' }),
  );
  let part = [];
  for (const subject of toGuests(guests)) {
    part.push(subject);
    if (part.length < guestsPerCommit) continue;
    const subjects = part;
    part = [];
    const startedMs = performance.now();
    await store.transaction(async (rows) => {
      for (const one of subjects) await rows.subjects.save(one, { fingerprint: 'f', isActive: true });
    });
    const savedMs = performance.now();
    await store.transaction(async (rows) => {
      for (const one of subjects) await bindProfile(rows, one, at);
    });
    withoutMs.push((savedMs - startedMs) / subjects.length);
    withMs.push((performance.now() - savedMs) / subjects.length);
  }
  return [
    { name: 'save a subject', unit: 'ms', values: withoutMs },
    { name: 'put its guest on a card', unit: 'ms', values: withMs },
  ];
}

async function measure(name: string, ask: (round: number) => Promise<unknown>, goal?: { readonly atMost: number }) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedMs = performance.now();
    await ask(round);
    times.push(performance.now() - startedMs);
  }
  return { name, unit: 'ms', values: [toQuantile(times, 0.95)], ...(goal && { goal }) };
}

function toProperties() {
  const reading = readConfigFile('', listManifests());
  if ('problems' in reading) throw new Error('An empty configuration has problems.');
  return reading.properties;
}
