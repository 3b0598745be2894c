import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type ErrorCode, isServiceError, type ServiceError } from '../../src/domain/errors.ts';
import type { Fault } from '../../src/sandbox/faults.ts';
import { account, collect, createPms, type PmsOnSandbox, startPmsOnSandbox, toAddresses } from './pms-sandbox.ts';

const canary = {
  firstName: 'Quetzalcoatl',
  lastName: 'Canary',
  email: 'quetzalcoatl@canary.example',
  phone: '+49 30 987654321',
  documentNumber: 'CANARY99',
};
const canaryText = `About ${canary.firstName} ${canary.lastName}, ${canary.email}`;
const apiKey = 'cbat_secret_of_the_sandbox';

let setting: PmsOnSandbox;
/** The same, by a client that soon gives up. */
let impatient: PmsOnSandbox;
let guestId: string;

beforeAll(async () => {
  setting = await startPmsOnSandbox({ apiKey });
  impatient = { ...setting, pms: createPms(setting.sandbox, { logger: setting.logger, deadlineMs: 250 }) };
  guestId = setting.sandbox.world.book({ arrivesOn: '2026-11-25', departsOn: '2026-11-27', mainGuest: canary })
    .guestIds[0];
  await setting.pms.ensureGuestFields(setting.call);
});
beforeEach(() => setting.sandbox.faults.clear());
afterAll(() => setting.sandbox.close());

const calls: Readonly<Record<string, (on: PmsOnSandbox) => Promise<unknown>>> = {
  openAccount: ({ pms, call }) => pms.openAccount(account, call.signal),
  listReservations: ({ pms, call }) => collect(pms.listReservations(call, { by: 'guest', guestId })),
  listRecentReservations: ({ pms, call: { property, urgency, signal } }) =>
    collect(
      pms.listRecentReservations({ ...account, properties: [property], urgency, signal }, '2026-01-01T00:00:00.000Z'),
    ),
  listGuestChanges: ({ pms, call }) => collect(pms.listGuestChanges(call, '2026-01-01T00:00:00.000Z')),
  ensureSubscriptions: ({ pms, call }) => pms.ensureSubscriptions(call, toAddresses('https://screening.example/hook')),
  ensureGuestFields: ({ pms, call }) => pms.ensureGuestFields(call),
  writeGuestFields: ({ pms, call }) => pms.writeGuestFields(call, guestId, { screening_summary: canaryText }),
  listNotes: ({ pms, call }) => pms.listNotes(call, guestId),
  addNote: ({ pms, call }) => pms.addNote(call, guestId, canaryText),
  updateNote: ({ pms, call }) => pms.updateNote(call, guestId, { noteId: '1', text: canaryText }),
};

const faults: readonly (readonly [Fault['kind'], ErrorCode])[] = [
  ['error_500', 'pms_server_error'],
  ['error_503', 'pms_server_error'],
  ['gateway_html', 'pms_server_error'],
  ['unauthorized', 'pms_unauthorized'],
  ['too_many_requests', 'pms_rate_limited'],
  ['connection_reset', 'pms_unreachable'],
  ['timeout', 'pms_timeout'],
  ['applied_but_answer_lost', 'pms_unreachable'],
];

async function fail(work: Promise<unknown>): Promise<ServiceError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isServiceError(error)) throw new Error(`expected a ServiceError, got ${inspect(error)}`);
  return error;
}

/** Everything that anybody could print of an error and of what was logged. */
function toPrinted(error: ServiceError): string {
  const everything = [error, error.message, error.stack, error.cause, error.facts, setting.logger.lines];
  return (
    inspect(everything, { depth: Infinity, showHidden: true, maxStringLength: Infinity }) + JSON.stringify(everything)
  );
}

function expectNoCanary(error: ServiceError): void {
  for (const secret of [...Object.values(canary), apiKey, setting.sandbox.apiUrl, 'example/hook']) {
    expect(toPrinted(error)).not.toContain(secret);
  }
}

describe.each(faults)('%s', (kind, code) => {
  test.each(Object.keys(calls))('is a %s told by its code, and tells nothing of the guest', async (name) => {
    setting.sandbox.faults.set({ kind, operation: '*', retryAfterS: 0 });
    const error = await fail(calls[name]?.(kind === 'timeout' ? impatient : setting) ?? Promise.resolve());
    expect(error.code).toBe(code);
    expectNoCanary(error);
    setting.sandbox.faults.clear();
  });
});

test.each([
  ['guest_unknown', () => setting.pms.addNote(setting.call, '999999999', canaryText)],
  ['payment_data', () => setting.pms.addNote(setting.call, guestId, `${canaryText} 4111111111111111`)],
  ['other', () => setting.pms.updateNote(setting.call, guestId, { noteId: '999999999', text: canaryText })],
])('a refusal (%s) tells nothing of the guest', async (reason, work) => {
  const error = await fail(work());
  expect(error).toMatchObject({ code: 'pms_refused', facts: { reason } });
  expectNoCanary(error);
});

test('a revoked key is unauthorized', async () => {
  const { sandbox, pms, call } = await startPmsOnSandbox();
  sandbox.world.revokeApiKey(sandbox.apiKey);
  expect((await fail(pms.listNotes(call, '1'))).code).toBe('pms_unauthorized');
  await sandbox.close();
});

test('a key that lists properties and may not read this one is not taken for one in order', async () => {
  const { sandbox, pms, call } = await startPmsOnSandbox();
  sandbox.faults.set({ kind: 'unauthorized', operation: 'getReservations' });
  expect((await fail(pms.probe(call))).code).toBe('pms_unauthorized');
  sandbox.faults.clear();
  await pms.probe(call);
  await sandbox.close();
});

test('nobody at the address is unreachable', async () => {
  const { sandbox, pms, call } = await startPmsOnSandbox();
  await sandbox.close();
  expect(await fail(pms.listNotes(call, '1'))).toMatchObject({ code: 'pms_unreachable' });
});

test('after a 429 nothing is sent until the PMS is ready again', async () => {
  const { sandbox, pms, call } = await startPmsOnSandbox();
  sandbox.faults.set({ kind: 'too_many_requests', operation: 'getHotels', count: 1, retryAfterS: 1 });
  const error = await fail(pms.openAccount(account, call.signal));
  expect(error.facts.retryAfterMs).toBe(1_000);
  const { guestIds } = sandbox.world.book({ arrivesOn: '2026-11-25', departsOn: '2026-11-27', mainGuest: canary });
  await pms.listNotes(call, guestIds[0]);
  const [, turnedAway, next] = sandbox.stats.requests;
  expect((next?.atMs ?? 0) - (turnedAway?.atMs ?? 0)).toBeGreaterThanOrEqual(1_000);
  await sandbox.close();
});
