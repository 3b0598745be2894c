import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type CompiledQuery, Kysely } from 'kysely';
import { toTraits } from '../../../src/domain/profile/traits.ts';
import { toSearchQuery } from '../../../src/domain/search-terms.ts';
import type { Rows } from '../../../src/ports/store.ts';
import { sqliteEngine } from '../../../src/store/engine.ts';
import { migrate } from '../../../src/store/migrations/migrate.ts';
import { createRowMemory } from '../../../src/store/row-memory.ts';
import { createStoreKeys } from '../../../src/store/row-parts.ts';
import { createRows } from '../../../src/store/rows.ts';
import { openSqliteConnection, type SqliteConnection } from '../../../src/store/sqlite/sqlite-connection.ts';
import { createSqliteDialect } from '../../../src/store/sqlite/sqlite-dialect.ts';
import type { Tables } from '../../../src/store/tables.ts';
import { addScreened, at, flagged, noon, toSubject } from '../../contract/store-fixtures.ts';

// The database keeps no statistics, so that its plans are the same with three rows as with millions.

let connection: SqliteConnection;
let rows: Rows;
let screeningId: string;
let profileId: string;
const asked: CompiledQuery[] = [];

beforeAll(async () => {
  connection = await openSqliteConnection(':memory:');
  const database = new Kysely<Tables>({
    dialect: createSqliteDialect(connection, () => false),
    log: ({ query }) => void asked.push(query),
  });
  await migrate(database, sqliteEngine);
  const keys = createStoreKeys(Buffer.alloc(32, 'k3y'));
  const parts = { ...keys, database, engine: sqliteEngine, noteEnqueued: () => undefined, memory: createRowMemory() };
  rows = createRows(parts);
  await rows.properties.save({ id: 'P1', name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: 'secret' });
  screeningId = await addScreened(rows, toSubject());
  await rows.screenings.saveConclusion(screeningId, flagged);
  const traits = { scope: 'P1', traits: toTraits({ emails: ['ana@x.pt'], phones: [], documents: [] }), at: noon };
  await rows.profiles.bind(guest, traits);
  profileId = (await rows.profiles.findByGuest(guest))?.id ?? '';
});

afterAll(() => connection.close());

/** How SQLite goes about each statement of a question, step by step. */
async function explain(name: string): Promise<readonly (readonly string[])[]> {
  asked.length = 0;
  await questions[name]?.();
  const plans: string[][] = [];
  for (const { sql, parameters } of asked.splice(0)) {
    const plan = await connection.all(`explain query plan ${sql}`, parameters);
    plans.push(plan.map(({ detail }) => String(detail)));
  }
  return plans;
}

const guest = { propertyId: 'P1', guestId: 'G1' };
const days = { propertyId: 'P1', from: '2026-11-30', to: '2026-12-02' };
const months = { propertyIds: ['P1', 'P2'], from: '2026-09-01', to: '2026-11-30' };
const list = { propertyId: 'P1', limit: 51 };
const entries = { limit: 51 };

/** What is asked of a hotel that has run for years, often or while somebody waits. */
const questions: Readonly<Record<string, () => Promise<unknown>>> = {
  list: () => rows.screenings.list(list),
  'list from a day on, after a page': () =>
    rows.screenings.list({ ...list, arrivalFrom: '2026-11-01', after: { arrivalDate: '2026-11-02', screeningId } }),
  'list by status': () => rows.screenings.list({ ...list, status: 'completed' }),
  'list by outcome': () => rows.screenings.list({ ...list, outcome: 'flagged' }),
  search: () => rows.screenings.list({ ...list, terms: toSearchQuery('ana fon') }),
  detail: async () => {
    await rows.screenings.find(screeningId);
    await rows.screenings.getListItem(screeningId);
    await rows.screenings.listTimeline(screeningId);
    await rows.subjects.listByGuest('P1', 'G1');
    await rows.writeBacks.find('P1', 'G1');
    await rows.notes.list('P1', 'G1');
    await rows.assignments.find({ ...guest, reservationId: 'R1' });
  },
  arrivals: async () => {
    await rows.arrivals.list({ ...days, limit: 51 });
    await rows.notes.count('P1', ['G1']);
    await rows.assignments.listByReservations('P1', ['R1']);
  },
  'counts of arrivals': () => rows.arrivals.countByState(days),
  'counts by property': () => rows.propertyFigures.countArrivals(['P1', 'P2'], '2026-12-01'),
  reviews: () => rows.arrivals.listForReview({ ...list, today: '2026-12-01' }),
  'open reviews': () => rows.statistics.listOpenReviews('P1', '2026-12-01'),
  statistics: () => rows.statistics.sum({ ...months, dimension: 'path' }, ['period', 'outcome']),
  'finished forms': () => rows.statistics.countForms(months),
  'what happened since': () => rows.liveFeed.listAfter(7, 500),
  card: async () => {
    await rows.profiles.get('P1', profileId);
    await rows.profiles.findByGuest(guest);
    await rows.profiles.listStays(profileId, 50);
  },
  cards: () => rows.profiles.list({ scope: 'P1', propertyIds: ['P1'], limit: 51 }),
  'search for cards': () =>
    rows.profiles.list({ scope: 'P1', propertyIds: ['P1'], limit: 51, terms: toSearchQuery('ana fon') }),
  'guests without a card': () => rows.profiles.listUnbound({ ...list, scope: 'P1', afterNo: 0 }),
  'stays that are not counted': () => rows.statistics.listUncounted({ ...list, afterNo: 0 }),
  'audit of an action': () => rows.audit.list({ ...entries, action: 'user.invited' }),
  'audit of a person': () => rows.audit.list({ ...entries, actorId: 'U1' }),
  'audit of two properties': () => rows.audit.list({ ...entries, propertyIds: ['P1', 'P2'], after: '900' }),
  'audit of a time': () => rows.audit.list({ ...entries, from: noon, to: at(60) }),
  'jobs that are due': async () => {
    const now = noon;
    await rows.jobs.listDueKinds(['run-checks', 'write-back'], now);
    await rows.jobs.claim({ kinds: ['run-checks'], limit: 32, now, leaseUntil: at(1) });
    await rows.jobs.findNextDue(['run-checks', 'write-back']);
  },
};

/** What was put together a moment ago, what was asked for, the few urgencies of waiting jobs, and the few jobs that run. */
const smallScan =
  /^SCAN (json_each|CONSTANT ROW|ranked|newest|any_level$|level$|\(subquery-\d+\)|job USING COVERING INDEX job_lease$)/;
const isLargeScan = (step: string) => step.startsWith('SCAN ') && !smallScan.test(step);

test.each(Object.keys(questions))('%s: no statement reads through a table that grows', async (name) => {
  const steps = (await explain(name)).flat();
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.filter(isLargeScan)).toEqual([]);
});

test.each([
  ['list', /SEARCH screening USING COVERING INDEX screening_list \(property_id=\?\)/],
  ['list from a day on, after a page', /USING COVERING INDEX screening_list \(property_id=\? AND \(?arrives_on/],
  ['counts of arrivals', /USING COVERING INDEX screening_by_arrival \(property_id=\? AND arrives_on>\?/],
  ['counts by property', /USING COVERING INDEX screening_by_arrival \(property_id=\? AND arrives_on=\?\)/],
  ['arrivals', /SEARCH screening USING COVERING INDEX screening_by_arrival/],
  ['reviews', /SEARCH screening USING INDEX screening_to_review \(property_id=\? AND arrives_on>\?\)/],
  ['open reviews', /screening_list_by_shown_outcome \(property_id=\? AND shown_outcome=\? AND arrives_on>\?\)/],
  ['guests without a card', /SEARCH subject USING INDEX subject_by_property \(property_id=\? AND no>\?\)/],
  ['stays that are not counted', /USING (COVERING )?INDEX subject_by_property \(property_id=\? AND no>\?\)/],
  ['audit of an action', /SEARCH audit_entry USING COVERING INDEX audit_entry_by_action/],
])('%s follows its index', async (name, index) => {
  expect((await explain(name)).flat()).toContainEqual(expect.stringMatching(index));
});

test.each(['list', 'list by status', 'list by outcome', 'reviews', 'guests without a card', 'what happened since'])(
  '%s: the page is cut where it is read, and not after sorting everything',
  async (name) => {
    const [page] = await explain(name);
    expect(page).not.toContainEqual(expect.stringContaining('TEMP B-TREE'));
  },
);
