import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { alertKinds, alertPhases } from '../../../src/domain/alerts/alert-kinds.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { toAlertMail } from '../../../src/mail/alert-mail.ts';
import { createSmtpMailer } from '../../../src/mail/smtp-mailer.ts';
import type { Mailer } from '../../../src/ports/mail.ts';
import type { User } from '../../../src/ports/users.ts';
import { createMailAlert } from '../../../src/screening/alerts/mail-alert.ts';
import { type AlertDesk, openAlertDesk } from '../../support/alert-desk.ts';
import { at } from '../../contract/store-fixtures.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';

const ignore = () => undefined;
const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
let server: MailServer;
let mailer: Mailer;
let desk: AlertDesk;
let mailTo: readonly string[];

beforeEach(async () => {
  mailTo = [];
  server = await startMailServer();
  mailer = createSmtpMailer({
    server: { host: '127.0.0.1', port: server.port, isSecure: false, needsTls: false },
    from: 'welcome@hotel.example',
  });
  const toPageUrl = () => 'https://screening.example/#/P1/arrivals';
  const config = { mailToFor: () => mailTo, languageFor: () => 'nl' };
  desk = await openAlertDesk((store) => ({
    mail: createMailAlert({ store, logger, mailer, toMail: toAlertMail, toPageUrl, ...config }),
  }));
  await desk.store.transaction((rows) =>
    rows.properties.save({ id: 'P1', name: 'Hotel Miradouro', timeZone: 'Europe/Lisbon', webhookSecret: 'secret' }),
  );
});
afterEach(async () => {
  mailer.close();
  await desk.close();
  await server.close();
});

const addUser = (id: string, changes: Partial<User> = {}) =>
  desk.store.transaction((rows) =>
    rows.users.add({
      ...{ id, email: `${id}@hotel.example`, name: id, state: 'active', createdAt: at(0), createdBy: 'admin' },
      ...{ grants: [{ propertyId: 'P1', role: 'manager' }], wantsAlertMails: true },
      ...changes,
    }),
  );
const listReached = () => server.caught.flatMap(({ recipients }) => recipients).sort();

test('alerts go to the addresses of the configuration and to the managers of the place who want it', async () => {
  mailTo = ['night@hotel.example'];
  await addUser('ana');
  await addUser('rui', { wantsAlertMails: false });
  await addUser('eva', { state: 'disabled' });
  await addUser('desk', { grants: [{ propertyId: 'P1', role: 'reviewer' }] });
  await addUser('other', { grants: [{ propertyId: 'P2', role: 'admin' }] });
  await addUser('group', { grants: [{ propertyId: '*', role: 'manager' }] });
  await desk.raise({ propertyId: 'P1' });
  expect(await desk.deliver()).toEqual([]);
  expect(listReached()).toEqual(['ana@hotel.example', 'group@hotel.example', 'night@hotel.example']);
});

test('an address of the configuration is written to in the language of the property', async () => {
  mailTo = ['night@hotel.example'];
  await desk.raise({ propertyId: 'P1', kind: 'list_too_old', about: 'un-sc' });
  await desk.deliver();
  expect(server.caught[0]?.parsed.headers.get('content-language')).toBe('nl');
});

test('what concerns the whole service is for those who manage all of it', async () => {
  await addUser('ana');
  await addUser('group', { grants: [{ propertyId: '*', role: 'manager' }] });
  await desk.raise({ propertyId: null });
  await desk.deliver();
  expect(listReached()).toEqual(['group@hotel.example']);
});

test('a mail says what happened, where, since when and what to do, in the language of its reader', async () => {
  await addUser('ana', { language: 'pt' });
  await desk.raise({ propertyId: 'P1', kind: 'list_too_old', about: 'un-sc' });
  await desk.deliver();
  const { parsed } = server.caught[0] ?? {};
  expect(parsed?.subject).toBe('Uma lista está desatualizada: Hotel Miradouro');
  expect(parsed?.text).toContain('Quem gere o serviço');
  expect(parsed?.text).toContain('un-sc');
  expect(parsed?.text).toContain('12:00');
  expect(parsed?.text).toContain('https://screening.example/#/P1/arrivals');
  expect(parsed?.headers.get('content-language')).toBe('pt');
});

test('whoever was told hears once that it is over', async () => {
  await addUser('ana');
  await desk.raise({ propertyId: 'P1' });
  await desk.deliver();
  await addUser('late');
  desk.now = at(5);
  await desk.settle({ propertyId: 'P1' });
  await desk.deliver();
  expect(server.caught.map(({ parsed }) => parsed.subject)).toEqual([
    'Work was given up: Hotel Miradouro',
    'Over: Work was given up: Hotel Miradouro',
  ]);
});

test('a process that dies between sending and recording sends the same message again', async () => {
  await addUser('ana');
  await desk.raise({ propertyId: 'P1' });
  server.onMail(() => {
    desk.diesBeforeRecord = true;
  });
  await desk.deliver();
  desk.diesBeforeRecord = false;
  await desk.deliver();
  expect(server.caught).toHaveLength(2);
  expect(new Set(server.caught.map(({ parsed }) => parsed.messageId)).size).toBe(1);
});

test.each(languages)('every kind of alert can be said in %s', (language) => {
  const subjects = alertKinds.flatMap((kind) =>
    alertPhases.map((phase) => {
      const alert = { id: 'a1', kind, propertyId: null, about: 'x', facts: {}, openedAt: at(0), lastSeenAt: at(0) };
      const facts = { to: 'ana@hotel.example', language, key: 'k', phase, timeZone: 'UTC', url: 'https://s.example/' };
      const mail = toAlertMail({ ...facts, alert: { ...alert, settledAt: at(1) } });
      return `${mail.subject}\n${mail.text}`;
    }),
  );
  expect(new Set(subjects).size).toBe(alertKinds.length * alertPhases.length);
  expect(subjects.join('')).not.toMatch(/\{\{|undefined/);
});
