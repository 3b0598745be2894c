import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type ErrorCode, ServiceError } from '../../../src/domain/errors.ts';
import type { Pms } from '../../../src/ports/pms.ts';
import { createPmsCredentials } from '../../../src/screening/connections/pms-credentials.ts';
import { createProbeConnection } from '../../../src/screening/connections/probe-connection.ts';
import { disconnect } from '../../../src/screening/connections/standing.ts';
import { createMakeSyncsDue } from '../../../src/screening/syncing/make-syncs-due.ts';
import { type ConnectionDesk, hourMs, keyed, openConnectionDesk, start } from './connection-desk.ts';

let desk: ConnectionDesk;
beforeEach(async () => {
  desk = await openConnectionDesk();
  await desk.connect('C1', keyed('K1'), ['P1']);
});
afterEach(() => desk.store.close());

const ignore = () => undefined;
const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** Does the probe that is due; it is given up where it fails. */
async function probe(answer: ErrorCode | 'taken'): Promise<void> {
  const context = await desk.claim('probe-connection');
  if (context === undefined) throw new Error('No probe is due');
  const pms = {
    probe: () => (answer === 'taken' ? Promise.resolve() : Promise.reject(new ServiceError(answer))),
  } as unknown as Pms;
  try {
    await createProbeConnection({ ...desk, pms, logger })({ propertyId: 'P1', cause: 'routine' }, context);
    await desk.store.transaction((rows) => rows.jobs.complete(context.lease));
  } catch {
    const burial = { at: desk.clock.now(), errorCode: 'bug' } as const;
    await desk.store.transaction((rows) => rows.jobs.bury(context.lease, burial));
  }
}

const refuseKey = () =>
  desk.store.transaction((rows) => disconnect(rows, { propertyId: 'P1', reason: 'key_refused', at: start }));

test('a refused key is tried on, though a try was given up', async () => {
  await refuseKey();
  desk.advance(60_000);
  await probe('pms_bad_answer');
  await createMakeSyncsDue(desk)();
  await probe('taken');
  expect(await desk.standing('P1')).toMatchObject({ state: 'connecting' });
});

test('the periodic sync makes no try come sooner, unless it was planned by a clock that was ahead', async () => {
  await refuseKey();
  await createMakeSyncsDue(desk)();
  expect(await desk.claim('probe-connection')).toBeUndefined();
  desk.advance(-10 * hourMs);
  await createMakeSyncsDue(desk)();
  expect(await desk.claim('probe-connection')).toBeDefined();
});

test('a request that the PMS takes the key for and refuses otherwise ends a doubt, and connects nothing', async () => {
  await desk.store.transaction(async (rows) => {
    await rows.connections.noteDoubt('P1', start);
    const payload = { propertyId: 'P1', cause: 'routine' } as const;
    await rows.jobs.enqueue({ kind: 'probe-connection', payload, urgency: 1, runAt: start });
  });
  await probe('pms_refused');
  expect(await desk.standing('P1')).toMatchObject({ state: 'connected', doubtEndedAt: start });
  await refuseKey();
  desk.advance(60_000);
  await probe('pms_refused');
  expect(await desk.standing('P1')).toMatchObject({ state: 'disconnected', reason: 'key_refused', probes: 1 });
});

test('an answer of the moment of a doubt that comes after its end is of that moment still', async () => {
  const credentials = createPmsCredentials(desk);
  const credential = await credentials.find({ propertyId: 'P1' });
  await credentials.noteRefused(credential, 'P1', start);
  desk.advance(2_000);
  await probe('taken');
  desk.advance(500);
  await credentials.noteRefused(credential, 'P1', start);
  expect(await desk.standing('P1')).toMatchObject({ state: 'connected' });
  expect(await desk.standing('P1')).not.toHaveProperty('doubtedSince');
  await credentials.noteRefused(credential, 'P1', desk.clock.now());
  expect(await desk.standing('P1')).toMatchObject({ state: 'disconnected', reason: 'key_refused' });
});
