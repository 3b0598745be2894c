import { afterEach, expect, test } from '@jest/globals';
import type { CheckProvider, ProviderManifest } from '../../src/ports/check-provider.ts';
import { type Desk, openDesk } from '../support/later-desk.ts';

let desk: Desk;

afterEach(() => desk.store.close());

const manifest: ProviderManifest = {
  id: 'companions-only',
  version: '1',
  label: 'Companions only',
  description: 'For tests.',
  reads: ['lastName'],
  hosts: [],
  deadlineMs: 1_000,
  concurrency: 1,
  kind: 'instant',
  settings: {},
};

const lengthy: CheckProvider = {
  manifest: {
    ...manifest,
    id: 'lengthy',
    label: 'Lengthy',
    kind: 'later',
    later: { overdueAfterMs: 3_600_000, pollEveryMs: 60_000 },
  },
  check: () => Promise.resolve({ result: 'pending', reasons: [], reference: 'L1' }),
  poll: () => Promise.resolve({ result: 'clear', reasons: [] }),
};

const companionsOnly: CheckProvider = {
  manifest,
  check: () => Promise.resolve({ result: 'clear', reasons: [] }),
};

const rule = { required: true, onMatch: { possible: 'review', likely: 'review', strong: 'flagged' } };
const policy = {
  name: 'test',
  version: '1',
  providers: { 'companions-only': { ...rule, when: [{ role: 'companion' }] } },
  otherwise: rule,
  trust: { reasonCode: 'none', excuses: [] },
};

test('who was not asked is still told when an answer comes later', async () => {
  const config = JSON.stringify({ defaults: { policy } });
  desk = await openDesk({ providers: [lengthy, companionsOnly], config });
  const id = await desk.screen('G1');
  expect(await desk.runJobs()).toEqual([]);
  expect((await desk.get(id)).explanation).toBeUndefined();
  desk.pass(60_000);
  expect(await desk.runJobs()).toEqual([]);
  expect(await desk.get(id)).toMatchObject({
    status: 'completed',
    outcome: 'clear',
    explanation: { guest: 'new', notAsked: [{ provider: 'companions-only', text: 'Not asked: only for companions' }] },
  });
});
