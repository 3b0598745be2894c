import { afterEach, describe, expect, test } from '@jest/globals';
import type { CheckProvider } from '../../src/ports/check-provider.ts';
import { createWithdrawVerification } from '../../src/screening/withdraw-verification.ts';
import { type Desk, openDesk, propertyId } from '../support/later-desk.ts';

const dayMs = 86_400_000;

let desk: Desk;
let asked: number;

afterEach(() => desk.store.close());

const remembering: CheckProvider = {
  manifest: {
    id: 'remembering',
    version: '1',
    label: 'Remembering',
    description: 'For tests.',
    reads: ['lastName', 'birthDate'],
    hosts: [],
    deadlineMs: 1_000,
    concurrency: 1,
    kind: 'instant',
    settings: {},
    reuseMs: 30 * dayMs,
  },
  check: () => {
    asked += 1;
    return Promise.resolve({ result: 'clear', reasons: [] });
  },
};

async function open(reuseDays?: number): Promise<void> {
  const rule = { required: true, onMatch: { possible: 'review', likely: 'review', strong: 'flagged' } };
  const policy = {
    name: 'test',
    version: '1',
    providers: { remembering: { ...rule, ...(reuseDays === undefined ? {} : { reuseDays }) } },
    otherwise: rule,
    trust: { reasonCode: 'none', excuses: [] },
  };
  asked = 0;
  desk = await openDesk({ providers: [remembering], config: JSON.stringify({ defaults: { policy } }) });
}

async function screen(fields: Parameters<Desk['screen']>[1] = {}): Promise<string> {
  const id = await desk.screen('G1', fields);
  expect(await desk.runJobs()).toEqual([]);
  return id;
}

describe('an answer stands for a new one', () => {
  test('over stays, as long as the provider says and no longer', async () => {
    await open();
    await screen();
    desk.pass(30 * dayMs - 1);
    await screen({ departsOn: '2026-11-30' });
    expect(asked).toBe(1);
    desk.pass(1);
    await screen({ departsOn: '2026-12-01' });
    expect(asked).toBe(2);
  });

  test('for as long as the policy says, where that is shorter', async () => {
    await open(7);
    await screen();
    desk.pass(7 * dayMs - 1);
    await screen();
    expect(asked).toBe(1);
    desk.pass(1);
    await screen();
    expect(asked).toBe(2);
  });

  test('never, where the policy says 0', async () => {
    await open(0);
    await screen();
    await screen();
    expect(asked).toBe(2);
  });

  test('not where what it was about has changed', async () => {
    await open();
    await screen();
    await screen({ birthDate: '1990-01-02' });
    expect(asked).toBe(2);
  });

  test('not where a person withdrew the verification', async () => {
    await open();
    const id = await screen();
    const withdraw = createWithdrawVerification({ store: desk.store, clock: { now: () => desk.now() } });
    await withdraw(id, { reason: 'Forged', actor: 'night desk' });
    await desk.runJobs();
    expect(asked).toBe(2);
    const stay = { propertyId, reservationId: 'RG1', guestId: 'G1' };
    const current = await desk.store.read((rows) => rows.subjects.find(stay));
    expect(await desk.get(current?.currentScreeningId ?? '')).toMatchObject({
      outcome: 'review',
      findings: [{ provider: 'known-guests' }, { provider: 'remembering' }],
    });
  });
});
