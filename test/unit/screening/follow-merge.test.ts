import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Kysely } from 'kysely';
import { toPersonState } from '../../../src/domain/person-state.ts';
import { toTraits } from '../../../src/domain/profile/traits.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import { emptyContent } from '../../../src/domain/form/form-content.ts';
import { createMetrics } from '../../../src/metrics/create-metrics.ts';
import type { GuestChange } from '../../../src/ports/pms.ts';
import type { Rows } from '../../../src/ports/store.ts';
import { takeGuestChanges } from '../../../src/screening/syncing/take-guest-changes.ts';
import type { TakeContext } from '../../../src/screening/syncing/take-subject.ts';
import { sqliteEngine } from '../../../src/store/engine.ts';
import { migrate } from '../../../src/store/migrations/migrate.ts';
import { createRowMemory } from '../../../src/store/row-memory.ts';
import { createStoreKeys } from '../../../src/store/row-parts.ts';
import { createRows } from '../../../src/store/rows.ts';
import { openSqliteConnection, type SqliteConnection } from '../../../src/store/sqlite/sqlite-connection.ts';
import { createSqliteDialect } from '../../../src/store/sqlite/sqlite-dialect.ts';
import type { Tables } from '../../../src/store/tables.ts';
import { addScreened, at, flagged, noon, toSubject } from '../../contract/store-fixtures.ts';

const propertyId = 'P1';
const gone = { propertyId, guestId: 'G1' };
const kept = { propertyId, guestId: 'G2' };
const stay = { ...gone, reservationId: 'R1' };
const subject = toSubject({ fields: { documentNumber: '' } });
const { fields } = subject;

/** What becomes of each row that names a guest: `moves` to the other id or `stays`; and when that one is forgotten. */
const treatments: Readonly<
  Record<string, readonly ['moves' | 'stays', 'removed' | 'emptied' | 'redacting' | 'ids only']>
> = {
  assignment: ['moves', 'ids only'],
  dismissal: ['moves', 'removed'],
  event: ['stays', 'ids only'],
  guest_form: ['moves', 'emptied'],
  guest_note: ['moves', 'removed'],
  kept_answer: ['stays', 'removed'],
  merged_guest: ['stays', 'ids only'],
  pending_check: ['moves', 'redacting'],
  profile_member: ['stays', 'emptied'],
  subject: ['stays', 'emptied'],
  unannounced_change: ['stays', 'ids only'],
  write_back: ['stays', 'emptied'],
};

const cases = Object.entries(treatments).map(([table, [onMerge, end]]) => ({ table, onMerge, end }));

type Row = Readonly<Record<string, unknown>>;

let connection: SqliteConnection;
let rows: Rows;

beforeEach(async () => {
  connection = await openSqliteConnection(':memory:');
  const database = new Kysely<Tables>({ dialect: createSqliteDialect(connection, () => false) });
  await migrate(database, sqliteEngine);
  const keys = createStoreKeys(Buffer.alloc(32, 'k3y'));
  rows = createRows({
    ...{ ...keys, database, engine: sqliteEngine, noteEnqueued: () => undefined, memory: createRowMemory() },
  });
  await rows.properties.save({ id: propertyId, name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: 'secret' });
});

afterEach(() => connection.close());

const context: TakeContext = {
  at: at(60),
  today: '2026-11-23',
  digest: (text) => text,
  bindProfile: () => Promise.resolve(),
  metrics: createMetrics(),
};

const change: GuestChange = {
  ...{ guestId: gone.guestId, reservationId: 'R1', departsOn: fields.departsOn },
  ...{ fields: {}, isAnonymized: false },
};
const take = (...changes: readonly GuestChange[]) => takeGuestChanges(rows, { propertyId, changes }, context);
const merge = (guestId = 'G1', mergedInto = 'G2') => take({ ...change, guestId, mergedInto });
const anonymize = (guestId = 'G2') => take({ ...change, guestId, reservationId: 'R9', isAnonymized: true });

const bind = (guestId: string, email: string) =>
  rows.profiles.bind(
    { propertyId, guestId },
    {
      scope: propertyId,
      traits: toTraits({ name: 'ana fontes', emails: [email], phones: [], documents: [] }),
      at: noon,
    },
  );
const warn = async (guestId: string) => {
  const id = (await rows.profiles.findIdByGuest({ propertyId, guestId })) ?? '';
  await rows.profiles.addNote(id, { id: `W${guestId}`, kind: 'warning', text: 'Broke a door', by: 'desk', at: noon });
};
const note = (guestId: string) =>
  rows.notes.add({
    ...{ id: `N${guestId}`, propertyId, guestId, text: 'Likes quiet' },
    ...{ authorId: 'U1', authorName: 'Desk', createdAt: noon },
  });
const dismiss = (guestId: string, said: { reason?: string; dismissedAt?: string } = {}) =>
  rows.dismissals.save({
    ...{ propertyId, guestId, person: toPersonState(fields, guestId), listId: 'un-sc', entryId: '7' },
    ...{ entryHash: 'h1', reason: 'Passport seen', dismissedBy: 'desk', dismissedAt: noon, ...said },
  });
const listDismissed = (guestId: string) =>
  rows.dismissals.list({ propertyId, person: toPersonState(fields, guestId) }, context.today);

/** One row of the guest in every table that names guests. */
async function fillAll(): Promise<void> {
  const screeningId = await addScreened(rows, subject);
  await rows.screenings.saveConclusion(screeningId, flagged);
  const [finding] = flagged.findings as readonly [Finding];
  await note('G1');
  await dismiss('G1');
  await bind('G1', 'ana@x.pt');
  await rows.assignments.save(stay, { assigneeId: 'U1', assigneeName: 'Desk', assignedAt: noon });
  await rows.events.addAll([{ id: 'E1', ...stay, name: 'guest/details_changed', receivedAt: noon }]);
  await rows.forms.add({
    ...{ id: 'F1', ...stay, generation: 1, openedAt: noon, token: 'token' },
    content: { ...emptyContent, overlay: { firstName: { value: 'Anna' } } },
  });
  await rows.keptAnswers.keep({ ...gone, questionKey: 'q1', providerId: 'house-list', finding, validUntil: at(600) });
  await rows.pendingChecks.save({
    ...{ ...gone, providerId: 'id', screeningId, reference: 'ref', questionKey: 'q1', finding },
    ...{ askedAt: noon, overdueAt: at(600) },
  });
  await rows.syncStates.addUnannounced([{ ...stay, foundBy: 'sync', foundAt: noon, announcedSince: noon }]);
  await rows.writeBacks.save({ ...gone, screeningId, state: 'written', at: noon, writtenNote: 'House list: match' });
}

const listTables = async (): Promise<readonly string[]> => {
  const sql = `select m.name from sqlite_master m join pragma_table_info(m.name) c where c.name = 'guest_id' order by 1`;
  return (await connection.all(sql, [])).map(({ name }) => String(name));
};
const read = (table: string) => connection.all(`select * from ${table} where guest_id in ('G1', 'G2')`, []);

describe('each table that names guests', () => {
  test('is known here, and has a row of the guest', async () => {
    expect(await listTables()).toEqual(Object.keys(treatments));
    await fillAll();
    await merge();
    for (const table of Object.keys(treatments)) expect([table, (await read(table)).length]).not.toEqual([table, 0]);
  });

  test.each(cases)('$table: the row $onMerge with a merge', async ({ table, onMerge }) => {
    await fillAll();
    await merge();
    const guestIds = new Set((await read(table)).map((row) => row.guest_id));
    if (onMerge === 'stays') expect(guestIds).toContain('G1');
    else expect([...guestIds]).toEqual(['G2']);
  });

  test.each(cases)('$table: when the other is forgotten, the row is $end', async ({ table, end }) => {
    await fillAll();
    await merge();
    const before = await read(table);
    // The other has no stay here: nothing but its id leads to what is kept.
    await anonymize();
    const after = await read(table);
    if (end === 'removed') expect(after).toEqual([]);
    if (end === 'redacting') expect(after).toMatchObject([{ state: 'redacting', question_key: '' }]);
    if (end === 'emptied') expect(after.flatMap((row) => listTelling(row, before))).toEqual([]);
  });
});

/** The columns that hold what they held before. */
function listTelling(row: Row, before: readonly Row[]): readonly string[] {
  const same = before.find(({ guest_id: guestId }) => guestId === row.guest_id) ?? {};
  const hasAny = (value: unknown) => value instanceof Uint8Array && value.length > 0;
  const isSame = (column: string) =>
    hasAny(row[column]) && Buffer.from(row[column] as Uint8Array).equals(Buffer.from(same[column] as Uint8Array));
  return Object.keys(row).filter((column) => /^(sealed_|key_digests|search_digests)/.test(column) && isSame(column));
}

describe('a merged guest', () => {
  test('is spared the same match under the new id, though only the name is known', async () => {
    await addScreened(rows, subject);
    await dismiss('G1');
    await merge();
    expect(await listDismissed('G1')).toEqual([]);
    expect(await listDismissed('G2')).toMatchObject([{ guestId: 'G2', entryId: '7', reason: 'Passport seen' }]);
  });

  test.each([
    ['before', at(-5), 'of the first'],
    ['after', at(5), 'of the second'],
  ])('keeps what was said last: the other %s', async (_when, dismissedAt, reason) => {
    await addScreened(rows, subject);
    await dismiss('G1', { reason: 'of the first' });
    await dismiss('G2', { reason: 'of the second', dismissedAt });
    await merge();
    expect(await listDismissed('G2')).toMatchObject([{ reason }]);
  });

  test('has the notes of both, seen from stays of either', async () => {
    await addScreened(rows, subject);
    await note('G1');
    await note('G2');
    await merge();
    await rows.notes.add({
      ...{ id: 'N3', ...gone, text: 'From a stay of before', authorId: 'U1', authorName: 'Desk', createdAt: noon },
    });
    expect((await rows.notes.list(propertyId, 'G1')).map(({ id }) => id)).toEqual(['N3', 'NG1', 'NG2']);
    expect(await rows.notes.list(propertyId, 'G2')).toHaveLength(3);
    expect([...(await rows.notes.count(propertyId, ['G1', 'G2', 'G4']))]).toEqual([
      ['G1', 3],
      ['G2', 3],
    ]);
  });

  test('keeps who looks after the stay, unless somebody looks after the other already', async () => {
    await addScreened(rows, subject);
    await addScreened(rows, { ...subject, reservationId: 'R2' });
    const toAssignment = (assigneeId: string) => ({ assigneeId, assigneeName: assigneeId, assignedAt: noon });
    await rows.assignments.save(stay, toAssignment('U1'));
    await rows.assignments.save({ ...stay, reservationId: 'R2' }, toAssignment('U1'));
    await rows.assignments.save({ ...kept, reservationId: 'R2' }, toAssignment('U2'));
    await merge();
    const find = async (reservationId: string) => (await rows.assignments.find({ ...kept, reservationId }))?.assigneeId;
    expect([await find('R1'), await find('R2')]).toEqual(['U1', 'U2']);
  });

  test('is known by the stays under the old id', async () => {
    await addScreened(rows, subject);
    await merge();
    const history = await rows.knownGuests.findHistory({ ...subject, guestId: 'G2' });
    expect(history.stays).toMatchObject([{ guestId: 'G1' }]);
  });

  test('brings the warning on its card to the card of the other, once; undoing that is not done over', async () => {
    await bind('G1', 'one@x.pt');
    await bind('G2', 'two@x.pt');
    await warn('G1');
    await merge();
    await merge();
    const card = await rows.profiles.findByGuest(kept);
    expect(card).toMatchObject({ isWarned: true });
    const [merged] = await rows.profiles.listMerges(card?.id ?? '');
    expect(merged).toMatchObject({ by: 'PMS' });
    const undo = { mergeId: merged?.id ?? '', version: card?.version ?? 0, by: 'manager', at: noon };
    await rows.profiles.undoMerge(card?.id ?? '', undo);
    await merge();
    expect(await rows.profiles.findByGuest(kept)).toMatchObject({ isWarned: false });
  });

  test('joins the card of the other where nobody wrote on its own', async () => {
    await bind('G1', 'one@x.pt');
    await bind('G2', 'two@x.pt');
    await warn('G2');
    await merge();
    const card = await rows.profiles.findByGuest(gone);
    expect(card?.members.map(({ guestId }) => guestId)).toEqual(['G1', 'G2']);
    expect(await rows.profiles.listMerges(card?.id ?? '')).toEqual([]);
  });

  test('does not take somebody along who joined its card by name and address', async () => {
    await bind('G1', 'one@x.pt');
    await bind('G3', 'one@x.pt');
    await bind('G2', 'two@x.pt');
    await merge();
    const card = await rows.profiles.findByGuest(kept);
    expect(card?.members.map(({ guestId }) => guestId)).toEqual(['G2']);
  });

  test('is forgotten whole after a chain of merges, in whatever order the PMS told of them', async () => {
    await addScreened(rows, subject);
    await addScreened(rows, { ...subject, guestId: 'G2', reservationId: 'R2' });
    await merge('G2', 'G3');
    await merge('G1', 'G2');
    await anonymize('G3');
    const isForgotten = async (guestId: string) =>
      (await rows.subjects.listByGuest(propertyId, guestId)).map(({ fingerprint }) => fingerprint);
    expect([await isForgotten('G1'), await isForgotten('G2')]).toEqual([[''], ['']]);
  });

  test('is forgotten with another who was forgotten before', async () => {
    await addScreened(rows, subject);
    await addScreened(rows, { ...subject, guestId: 'G2', reservationId: 'R2' });
    await anonymize('G2');
    await note('G1');
    await merge();
    expect(await rows.notes.list(propertyId, 'G2')).toEqual([]);
    expect((await rows.subjects.listByGuest(propertyId, 'G1')).map(({ fingerprint }) => fingerprint)).toEqual(['']);
  });

  test('is no guest whose own id stands where the other one would', async () => {
    await addScreened(rows, subject);
    await take({ ...change, fields, mergedInto: 'G1' });
    expect(await rows.subjects.listByGuest(propertyId, 'G1')).toMatchObject([{ isActive: true }]);
  });

  test('who is merged back is found under the first id again', async () => {
    await note('G1');
    await merge('G1', 'G2');
    await merge('G2', 'G1');
    expect(await rows.notes.list(propertyId, 'G1')).toHaveLength(1);
    expect(await rows.guestMerges.listMerged(gone)).toEqual(['G2']);
  });
});
