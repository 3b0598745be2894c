import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { personWaits, toUrgency, type Urgency } from '../../../src/domain/urgency.ts';
import type { ShownFields } from '../../../src/domain/shown-fields.ts';
import type { Pms, PmsCall } from '../../../src/ports/pms.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createExpectedEchoes } from '../../../src/screening/syncing/expected-echoes.ts';
import { noteDrift } from '../../../src/screening/writing-back/note-drift.ts';
import { createWriteBack } from '../../../src/screening/write-back.ts';
import type { WriteBackMode } from '../../../src/screening/writing-back/write-back-task.ts';
import { createFormLinks } from '../../../src/store/form/form-links.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { addScreened, approval, at, flagged, toSubject } from '../../contract/store-fixtures.ts';
import { silentMetrics } from '../cloudbeds/recorded-logger.ts';

const secretKey = Buffer.alloc(32, 'k3y');
const subject = toSubject();
const byArrival = toUrgency(subject.fields.arrivesOn, '2026-11-23');

let store: Store;
let screeningId: string;
let now: string;
/** How urgent each request to the PMS was. */
let asked: Urgency[];
/** Which fields each of them wrote. */
let sent: (readonly string[])[];
/** Happens while the PMS is asked. */
let meanwhile: () => Promise<void>;

beforeEach(async () => {
  now = at(1);
  asked = [];
  sent = [];
  meanwhile = () => Promise.resolve();
  store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey });
  screeningId = await store.transaction(async (rows) => {
    await rows.properties.save({ id: 'P1', name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: 'secret' });
    const id = await addScreened(rows, subject);
    await rows.screenings.saveConclusion(id, flagged);
    return id;
  });
});
afterEach(() => store.close());

async function writeBack(mode: WriteBackMode = 'custom_fields'): Promise<void> {
  const pms = {
    writeGuestFields: async ({ urgency }: PmsCall, _guestId: string, fields: Partial<ShownFields>) => {
      asked.push(urgency);
      sent.push(Object.keys(fields));
      await meanwhile();
      return { missing: [], cut: [], short: [] };
    },
    addNote: async () => {
      await meanwhile();
      return { noteId: '1' };
    },
    listNotes: () => Promise.resolve([]),
  } as unknown as Pms;
  const handler = createWriteBack({
    ...{ store, pms, clock: { now: () => now }, metrics: silentMetrics },
    formLinks: createFormLinks(secretKey, 'https://screening.example'),
    expectedEchoes: createExpectedEchoes(0),
    driftFor: () => 'repair',
    modeFor: () => mode,
  });
  const payload = { propertyId: 'P1', guestId: 'G1' };
  const claim = { kinds: ['write-back'], limit: 1, now, leaseUntil: at(60) } as const;
  const [job] = await store.transaction(async ({ jobs }) => {
    await jobs.enqueue({ kind: 'write-back', payload, urgency: 5, runAt: now });
    return jobs.claim(claim);
  });
  if (job === undefined) throw new Error('The job is not due');
  await handler(payload, { lease: job, attempt: 1, isLastAttempt: false, signal: new AbortController().signal });
  await store.transaction((rows) => rows.jobs.complete(job));
}

test('a decision goes to the PMS before of any arrival, and what is news after it by arrival again', async () => {
  await writeBack();
  await store.transaction((rows) => rows.screenings.saveDecision(screeningId, approval));
  now = at(3);
  await writeBack();
  expect(asked).toEqual([byArrival, personWaits]);
  await store.transaction(async (rows) => {
    const told = await rows.writeBacks.find('P1', 'G1');
    if (told?.writtenFields === undefined) throw new Error('Nothing was told');
    const writtenFields = { ...told.writtenFields, screening_summary: 'Something else' };
    await rows.writeBacks.save({ ...told, writtenFields });
  });
  now = at(4);
  await writeBack();
  expect(asked).toEqual([byArrival, personWaits, byArrival]);
});

test.each(['custom_fields', 'note'] as const)(
  'nothing is kept of what a guest was shown who is forgotten meanwhile: %s',
  async (mode) => {
    meanwhile = () => store.transaction((rows) => rows.subjects.forgetGuest('P1', 'G1'));
    await writeBack(mode);
    const told = await store.read((rows) => rows.writeBacks.find('P1', 'G1'));
    expect(told).toMatchObject({ state: 'written' });
    expect([told?.writtenFields, told?.writtenNote]).toEqual([undefined, undefined]);
  },
);

test('a field that somebody changed is written again, though it was seen while another one was written', async () => {
  await writeBack();
  const told = await store.read((rows) => rows.writeBacks.find('P1', 'G1'));
  const shown = { ...told?.writtenFields, screening_summary: 'All fine' };
  const seen = { guestId: 'G1', reservationId: 'R1', departsOn: undefined, fields: {}, isAnonymized: false, shown };
  const look = { propertyId: 'P1', readSince: at(2), at: at(2), handling: 'repair', metrics: silentMetrics } as const;
  meanwhile = () => store.transaction((rows) => noteDrift(rows, { kind: 'guests', changes: [seen] }, look));
  await store.transaction((rows) => rows.screenings.saveDecision(screeningId, approval));
  now = at(3);
  await writeBack();
  meanwhile = () => Promise.resolve();
  now = at(4);
  await writeBack();
  expect(sent.slice(1)).toEqual([['screening_outcome', 'screening_updated'], ['screening_summary']]);
});
