import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createHookDoor } from '../../../src/checks/http/hook-door.ts';
import { toFailureVerdict } from '../../../src/jobs/failure-verdict.ts';
import type { AlertHook, HookDoor } from '../../../src/ports/alerts.ts';
import { createPostAlert } from '../../../src/screening/alerts/post-alert.ts';
import { type AlertDesk, openAlertDesk } from '../../support/alert-desk.ts';
import { startVendor, type Vendor } from '../../support/vendor-server.ts';

type IsFromScreening = (...sent: [body: string, header: string, secret: string, nowSeconds: number]) => boolean;

const secret = 'a-secret-of-more-than-24-characters';
const ignore = () => undefined;
const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
let folder: string;
let isFromScreening: IsFromScreening;
let machine: Vendor;
let desk: AlertDesk;
let hook: AlertHook | undefined;

/** The reader's half, as the page for operators prints it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hook-'));
  const page = await readFile(new URL('../../../docs/operating.md', import.meta.url), 'utf8');
  const snippet = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  await writeFile(join(folder, 'verify.mjs'), snippet);
  const module = (await import(pathToFileURL(join(folder, 'verify.mjs')).href)) as { isFromScreening: IsFromScreening };
  ({ isFromScreening } = module);
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  machine = await startVendor();
  hook = { url: `${machine.url}/alerts`, secret, isPrivateAllowed: true };
  desk = await openDesk(createHookDoor());
});
afterEach(async () => {
  await desk.close();
  await machine.close();
});

function openDesk(door: HookDoor): Promise<AlertDesk> {
  const toPageUrl = () => 'https://screening.example/#/P1/arrivals';
  return openAlertDesk(() => ({
    webhook: createPostAlert({ clock: { now: () => desk.now }, logger, door, toPageUrl, hookFor: () => hook }),
  }));
}

const toSeconds = (instant: string) => Date.parse(instant) / 1_000;

test('an alert is posted with ids and counts, and signed so that its reader knows who sent it', async () => {
  await desk.raise({ propertyId: 'P1', about: 'write-back' });
  expect(await desk.deliver()).toEqual([]);
  const [request] = machine.requests;
  const { body = '', headers } = request ?? {};
  const alerts = await desk.store.read((rows) => rows.alerts.listOpen('jobs_buried'));
  const id = alerts[0]?.id ?? '';
  expect(JSON.parse(body)).toEqual({
    id: `alert-${id}-raised`,
    event: 'alert.raised',
    at: desk.now,
    alert: {
      ...{ id, kind: 'jobs_buried', propertyId: 'P1', about: 'write-back', facts: { jobs: 3 } },
      ...{ openedAt: desk.now, settledAt: null },
    },
    url: 'https://screening.example/#/P1/arrivals',
  });
  expect(headers).toMatchObject({ 'screening-event': `alert-${id}-raised`, 'content-type': 'application/json' });
  const signature = String(headers?.['screening-signature']);
  const sentAt = toSeconds(desk.now);
  expect(isFromScreening(body, signature, secret, sentAt + 299)).toBe(true);
  expect(isFromScreening(body, signature, secret, sentAt + 301)).toBe(false);
  expect(isFromScreening(`${body} `, signature, secret, sentAt)).toBe(false);
  expect(isFromScreening(body, signature, 'another-secret-of-24-characters', sentAt)).toBe(false);
  expect(isFromScreening(body, 'v1=00', secret, sentAt)).toBe(false);
});

test('while a secret is being changed, readers of either know who sent it', async () => {
  hook = {
    url: machine.url,
    secret: 'the-new-secret-of-24-characters, the-old-secret-of-24-characters',
    isPrivateAllowed: true,
  };
  await desk.raise();
  await desk.deliver();
  const { body = '', headers } = machine.requests[0] ?? {};
  for (const half of ['the-new-secret-of-24-characters', 'the-old-secret-of-24-characters']) {
    expect(isFromScreening(body, String(headers?.['screening-signature']), half, toSeconds(desk.now))).toBe(true);
  }
});

test('a process that dies between posting and recording posts the same event again', async () => {
  await desk.raise();
  desk.diesBeforeRecord = true;
  await desk.deliver();
  desk.diesBeforeRecord = false;
  await desk.deliver();
  const events = machine.requests.map(({ headers }) => headers['screening-event']);
  expect(events).toHaveLength(2);
  expect(new Set(events).size).toBe(1);
});

test.each([
  [503, 'alert_hook_unreachable'],
  [429, 'alert_hook_unreachable'],
  [404, 'alert_hook_refused'],
  [410, 'alert_hook_refused'],
])('an answer of %s is tried again later', async (status, code) => {
  machine.answer = () => ({ status });
  await desk.raise();
  const errors = await desk.deliver();
  expect(errors).toMatchObject([{ code, facts: { status } }]);
  const tried = { error: errors[0], attempt: 1, attemptLimit: 40, random: () => 1 };
  expect(toFailureVerdict(tried)).toMatchObject({ action: 'retry' });
});

test('how long to wait is the reader’s to say', async () => {
  machine.answer = () => ({ status: 429, headers: { 'retry-after': '120' } });
  await desk.raise();
  expect(await desk.deliver()).toMatchObject([{ facts: { retryAfterMs: 120_000 } }]);
});

test('a redirect is not followed', async () => {
  machine.answer = () => ({ status: 302, headers: { location: `${machine.url}/elsewhere` } });
  await desk.raise();
  expect(await desk.deliver()).toMatchObject([{ code: 'alert_hook_refused' }]);
  expect(machine.requests).toHaveLength(1);
});

test('an address in this network is not gone to unless it is allowed, in digits or by name', async () => {
  hook = { url: machine.url, secret, isPrivateAllowed: false };
  await desk.raise();
  expect(await desk.deliver()).toMatchObject([{ code: 'alert_hook_refused', facts: { reason: 'address_private' } }]);
  await desk.close();
  desk = await openDesk(
    createHookDoor({ resolve: (_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) }),
  );
  hook = { url: machine.url.replace('127.0.0.1', 'hooks.example'), secret, isPrivateAllowed: false };
  await desk.raise();
  expect(await desk.deliver()).toMatchObject([{ code: 'alert_hook_refused', facts: { reason: 'address_private' } }]);
  expect(machine.requests).toEqual([]);
});

test('a machine that does not answer in time is tried again', async () => {
  await desk.close();
  desk = await openDesk(createHookDoor({ deadlineMs: 50 }));
  machine.answer = () => undefined;
  await desk.raise();
  expect(await desk.deliver()).toMatchObject([{ code: 'alert_hook_unreachable', facts: { reason: 'timeout' } }]);
});

test('where no address is set nothing is posted', async () => {
  hook = undefined;
  await desk.raise();
  expect(await desk.deliver()).toEqual([]);
  expect(machine.requests).toEqual([]);
});
