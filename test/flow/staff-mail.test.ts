import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';
import { type CaughtMail, type MailServer, startMailServer } from '../support/mail-server.ts';

const ana = { email: 'ana@hotel.example', name: 'Ana Reis', grants: [{ propertyId: '*', role: 'manager' }] };
const password = 'seven brown foxes swim';

let server: MailServer;
let hotel: Hotel;

beforeEach(async () => {
  server = await startMailServer();
  const environment = { SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: 'welcome@hotel.example' };
  hotel = await openHotel({ environment });
  await hotel.start();
});

afterEach(async () => {
  await hotel.close();
  await server.close();
});

function untilCaught(count = 1): Promise<CaughtMail> {
  return eventually(() => server.caught[count - 1], { what: `mail ${count}` });
}

/** As a page of the service, without any right. */
async function post(path: string, body: object): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(`${hotel.url()}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

function toToken({ parsed: { text = '' } }: CaughtMail): string {
  return new RegExp(`${hotel.url()}/#/link/(\\S+)`).exec(text)?.[1] ?? '';
}

test('an invitation is mailed and not shown; its link sets a password, which signs in', async () => {
  const { body, status } = await hotel.api('POST', '/api/v1/invitations', ana);
  expect({ status, link: (body as { readonly link: object }).link }).toMatchObject({
    status: 201,
    link: { url: null, isMailed: true },
  });
  const mail = await untilCaught();
  expect(mail.recipients).toEqual([ana.email]);
  expect(mail.parsed.subject).toBe('Your access to guest screening');
  const token = toToken(mail);
  expect((await post('/session/link', { token, password })).status).toBe(200);
  expect((await post('/session', { email: ana.email, password })).status).toBe(200);
  expect(hotel.log()).not.toContain(token);
  expect(hotel.log()).not.toContain(ana.email);
});

test('whoever forgot a password gets a mail; the answer is the same to everybody, and nobody else gets one', async () => {
  expect((await hotel.api('GET', '/api/v1/session/ways')).body).toMatchObject({ mail: true });
  await hotel.api('POST', '/api/v1/invitations', ana);
  await post('/session/link', { token: toToken(await untilCaught()), password });
  const answers = [
    await post('/session/forgotten-password', { email: 'nobody@hotel.example' }),
    await post('/session/forgotten-password', { email: ana.email }),
  ];
  expect(answers[0]).toEqual(answers[1]);
  const mail = await untilCaught(2);
  expect(mail.parsed.subject).toBe('Choose a new password for guest screening');
  await hotel.untilIdle();
  expect(server.caught.map(({ recipients }) => recipients)).toEqual([[ana.email], [ana.email]]);
  const renewed = `${password} again`;
  expect((await post('/session/link', { token: toToken(mail), password: renewed })).status).toBe(200);
  expect((await post('/session', { email: ana.email, password })).status).toBe(401);
  expect((await post('/session', { email: ana.email, password: renewed })).status).toBe(200);
});
