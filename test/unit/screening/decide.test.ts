import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Store } from '../../../src/ports/store.ts';
import { createDecide } from '../../../src/screening/decide.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { addScreened, at, flagged, toSubject } from '../../contract/store-fixtures.ts';

const approval = { decision: 'approved', reason: 'Showed a passport', decidedBy: 'desk' } as const;

let store: Store;
let screeningId: string;

beforeEach(async () => {
  store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: Buffer.alloc(32, 1) });
  screeningId = await store.transaction(async (rows) => {
    await rows.properties.save({ id: 'P1', name: 'Hotel', timeZone: 'UTC', webhookSecret: 's' });
    return addScreened(rows, toSubject());
  });
  await store.transaction((rows) => rows.screenings.saveConclusion(screeningId, flagged));
});

afterEach(() => store.close());

const decide = () => createDecide({ store, clock: { now: () => at(5) } })(screeningId, approval);
const findDecision = async (id: string) => (await store.read((rows) => rows.screenings.get(id))).decision;

test('a decision stands', async () => {
  await decide();
  expect(await findDecision(screeningId)).toEqual({ ...approval, decidedAt: at(5) });
});

test('what somebody decided about a screening that a newer one has replaced is refused, not lost in silence', async () => {
  const newer = await store.transaction((rows) =>
    addScreened(rows, toSubject({ fields: { documentNumber: 'Y7654321' } }), at(4)),
  );
  await expect(decide()).rejects.toMatchObject({ code: 'version_conflict' });
  expect([await findDecision(screeningId), await findDecision(newer)]).toEqual([undefined, undefined]);
});
