import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mailWriter } from '../../../src/mail/mail-writer.ts';
import { createSmtpMailer } from '../../../src/mail/smtp-mailer.ts';
import type { Mailer } from '../../../src/ports/mail.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { SignInLink, User } from '../../../src/ports/users.ts';
import { createSendStaffMail } from '../../../src/screening/access/send-staff-mail.ts';
import { createLinkTokens } from '../../../src/store/access/link-tokens.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';

const now = '2026-11-23T09:15:00.000Z';
const user: User = {
  ...{ id: 'u1', email: 'ana@hotel.example', name: 'Ana Reis', state: 'invited', createdAt: now, createdBy: 'admin' },
  grants: [{ propertyId: 'P1', role: 'desk' }],
  language: 'pt',
};
const link: SignInLink = { id: 'l1', userId: 'u1', purpose: 'invitation', expiresAt: '2026-11-30T09:15:00.000Z' };
const context = {
  ...{ lease: { id: 'j1', generation: 1 }, attempt: 1, isLastAttempt: false },
  signal: new AbortController().signal,
};
const ignore = () => undefined;

let store: Store;
let server: MailServer;
let mailer: Mailer;
let send: () => Promise<void>;

beforeEach(async () => {
  const secretKey = randomBytes(32);
  store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey });
  server = await startMailServer();
  mailer = createSmtpMailer({
    server: { host: '127.0.0.1', port: server.port, isSecure: false, needsTls: false },
    from: 'welcome@hotel.example',
  });
  await store.transaction(async (rows) => {
    const places = { timeZone: 'Europe/Lisbon', webhookSecret: 'secret' };
    await rows.properties.save({ ...places, id: 'P1', name: 'Hotel Miradouro' });
    await rows.properties.save({ ...places, id: 'P2', name: 'Hotel Castelo', webhookSecret: 'other' });
    await rows.users.add(user);
    await rows.signInLinks.add(link);
  });
  const handle = createSendStaffMail({
    ...{ store, mailer, writer: mailWriter, clock: { now: () => now } },
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    links: { ...createLinkTokens(secretKey), toUrl: (token) => `https://screening.example/#/link/${token}` },
  });
  send = () => handle({ linkId: 'l1' }, context);
});

afterEach(async () => {
  mailer.close();
  await server.close();
  await store.close();
});

test('a mail to staff names where they are to work, in their language and the time of the place', async () => {
  await send();
  const [mail] = server.caught;
  expect(mail?.parsed.headers.get('content-language')).toBe('pt');
  expect(mail?.parsed.text).toContain('Hotel Miradouro');
  expect(mail?.parsed.text).not.toContain('Hotel Castelo');
  expect(mail?.parsed.text).toContain('https://screening.example/#/link/l1.');
});

test('sent again, as after a crash, it is the same message', async () => {
  await send();
  await send();
  expect(new Set(server.caught.map(({ parsed }) => parsed.messageId)).size).toBe(1);
});

test.each<[string, (store: Store) => Promise<unknown>]>([
  ['was used', (rows) => rows.transaction(({ signInLinks }) => signInLinks.remove('l1'))],
  ['was replaced', (rows) => rows.transaction(({ signInLinks }) => signInLinks.add({ ...link, id: 'l2' }))],
  [
    'is of a user who is locked out',
    (rows) => rows.transaction(({ users }) => users.save({ ...user, state: 'disabled' })),
  ],
  ['is of a user who is gone', (rows) => rows.transaction(({ users }) => users.remove('u1'))],
  ['has ended', (rows) => rows.transaction(({ signInLinks }) => signInLinks.add({ ...link, expiresAt: now }))],
])('a link that %s is not mailed', async (_what, change) => {
  await change(store);
  await send();
  expect(server.caught).toEqual([]);
});
