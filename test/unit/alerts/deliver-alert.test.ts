import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { AlertMessage } from '../../../src/screening/alerts/deliver-alert.ts';
import { createLogAlert } from '../../../src/screening/alerts/log-alert.ts';
import { at } from '../../contract/store-fixtures.ts';
import { type AlertDesk, burial, openAlertDesk, toPhases } from '../../support/alert-desk.ts';

let desk: AlertDesk;
let sent: AlertMessage[];
let mailed: AlertMessage[];
let recipients: readonly string[];
let onSend: () => Promise<void>;

beforeEach(async () => {
  [sent, mailed, recipients, onSend] = [[], [], ['u1', 'u2'], () => Promise.resolve()];
  desk = await openAlertDesk(() => ({
    webhook: {
      async send(message) {
        sent.push(message);
        await onSend();
      },
    },
    mail: {
      listRecipients: () => Promise.resolve(recipients),
      async send(message) {
        mailed.push(message);
        await onSend();
      },
    },
  }));
});

afterEach(() => desk.close());

test('what was raised is told once to everybody, and so is its end', async () => {
  await desk.raise();
  expect(await desk.deliver()).toEqual([]);
  await desk.raise();
  await desk.deliver();
  expect([toPhases(sent), toPhases(mailed)]).toEqual([['raised'], ['raised u1', 'raised u2']]);
  await desk.settle();
  await desk.deliver();
  expect([toPhases(sent), toPhases(mailed)]).toEqual([
    ['raised', 'over'],
    ['raised u1', 'raised u2', 'over u1', 'over u2'],
  ]);
});

test('what is over before anything left is not told', async () => {
  await desk.raise();
  await desk.settle();
  await desk.deliver();
  expect([...sent, ...mailed]).toEqual([]);
});

test('what ends while its beginning is on the way is followed by its end', async () => {
  await desk.raise();
  onSend = async () => {
    onSend = () => Promise.resolve();
    await desk.settle();
    // The end comes to its turn at once, and finds that nothing was told yet.
    const query = { kinds: ['deliver-alert'], limit: 9, now: desk.now, leaseUntil: at(9) } as const;
    const ends = await desk.store.transaction((rows) => rows.jobs.claim(query));
    for (const end of ends) await desk.store.transaction((rows) => rows.jobs.complete(end));
  };
  recipients = [];
  await desk.deliver();
  expect(toPhases(sent)).toEqual(['raised', 'over']);
});

test('a process that dies between sending and recording sends the same message under the same key', async () => {
  recipients = [];
  await desk.raise();
  desk.diesBeforeRecord = true;
  expect(await desk.deliver()).not.toEqual([]);
  desk.diesBeforeRecord = false;
  await desk.deliver();
  expect(sent).toHaveLength(2);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
});

test('what may have been sent when it was over is sent again, and followed by its end', async () => {
  recipients = [];
  await desk.raise();
  desk.diesBeforeRecord = true;
  await desk.deliver();
  desk.diesBeforeRecord = false;
  await desk.settle();
  await desk.deliver();
  expect(toPhases(sent)).toEqual(['raised', 'raised', 'over']);
});

test('one recipient who cannot be reached does not have the others told twice', async () => {
  await desk.raise();
  onSend = () => (mailed.at(-1)?.recipient === 'u1' ? Promise.reject(new Error('mailbox')) : Promise.resolve());
  expect(await desk.deliver()).toHaveLength(1);
  onSend = () => Promise.resolve();
  await desk.deliver();
  expect(toPhases(mailed)).toEqual(['raised u1', 'raised u2', 'raised u1']);
});

test('whoever was not told that it began is not told that it is over', async () => {
  await desk.raise();
  await desk.deliver();
  recipients = ['u2', 'u3'];
  await desk.settle();
  await desk.deliver();
  expect(toPhases(mailed)).toEqual(['raised u1', 'raised u2', 'over u2']);
});

test('the log tells of an alert in one line, as a warning, and of its end', async () => {
  const lines: unknown[] = [];
  const ignore = () => undefined;
  const note = (level: string) => (event: string, facts?: object) => void lines.push({ level, event, ...facts });
  const logged = await openAlertDesk(() => ({
    log: createLogAlert({ debug: ignore, info: note('info'), warn: note('warn'), error: ignore }),
  }));
  await logged.raise();
  await logged.deliver();
  await logged.settle();
  await logged.deliver();
  const alerts = await logged.store.read((rows) => rows.alerts.list({ withService: true, state: 'all', limit: 1 }));
  const alertId = alerts[0]?.item.id;
  await logged.close();
  const about = { alertId, kind: burial.kind, propertyId: undefined, about: '', jobs: 3 };
  expect(lines).toEqual([
    { level: 'warn', event: 'alert.raised', ...about },
    { level: 'info', event: 'alert.over', ...about },
  ]);
});
