import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { get, post } from '../support/guest-browser.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';
import { type CaughtMail, type MailServer, startMailServer } from '../support/mail-server.ts';
import { runUntilKilled } from '../support/run-until-killed.ts';

const config = 'defaults: { form: { ask: always } }';
const mainGuest = {
  firstName: 'Ingrid',
  lastName: 'Canaryson',
  email: 'ingrid@canaryson.example',
  phone: '+47 22 12 34 56',
  country: 'NO',
};

let server: MailServer;
let hotel: Hotel;

beforeEach(async () => {
  server = await startMailServer();
  const environment = { SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: 'welcome@hotel.example' };
  hotel = await openHotel({ config, environment });
});

afterEach(async () => {
  await hotel.close();
  await server.close();
});

const stay = { arrivesOn: toDay(3), departsOn: toDay(5) };

function book(): string {
  return hotel.sandbox.world.book({ ...stay, mainGuest }).guestIds[0];
}

function untilCaught(count = 1): Promise<CaughtMail> {
  return eventually(() => server.caught[count - 1], { what: `mail ${count}` });
}

test('a guest who is asked gets a mail with the link that the PMS shows, and it opens', async () => {
  await hotel.start();
  const shown = await hotel.untilShown(book(), { screening_link: /\/form\/[\w-]{43}$/ });
  const { parsed, recipients } = await untilCaught();
  expect(recipients).toEqual([mainGuest.email]);
  expect(parsed.text).toContain(shown.screening_link);
  expect((await fetch(shown.screening_link ?? '')).status).toBe(200);
});

test('one request from the mail program ends the mails, and the page says so; the form stays', async () => {
  await hotel.start();
  const shown = await hotel.untilShown(book(), { screening_link: /\/form\// });
  const { parsed } = await untilCaught();
  const { url = '' } = toUnsubscribe(parsed);
  const asking = await fetch(url, { headers: { 'accept-language': 'fr' } });
  expect(await asking.text()).toContain('<form method="post">');
  expect(asking.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  const clicked = await fetch(url, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
  expect(clicked.status).toBe(200);
  expect(await (await fetch(url)).text()).toContain('You will get no more messages about this form.');
  expect((await fetch(shown.screening_link ?? '')).status).toBe(200);
  const wrong = await fetch(`${url}x`, { method: 'POST', headers: { 'accept-language': 'ar' } });
  expect(wrong.status).toBe(404);
  expect(await wrong.text()).toContain('dir="rtl"');
});

test('a booker gives the address of a companion, who gets a link of their own by mail in the language of the booker', async () => {
  await hotel.start();
  const { guestIds } = hotel.sandbox.world.book({ ...stay, mainGuest, adults: 2 });
  const shown = await hotel.untilShown(guestIds[0], { screening_link: /\/form\// });
  const page = `${shown.screening_link ?? ''}/companions`;
  const invite = (companionEmail: string) =>
    post(page, { companionName: 'Per', companionEmail }, { to: `${page}/invite` });
  const wrong = await invite('per@');
  expect([wrong.status, wrong.text.includes('value="per@"')]).toEqual([422, true]);
  await post(page.replace('companions', 'person'), {}, { 'accept-language': 'de' });
  expect((await invite('per@friend.example')).status).toBe(303);
  expect((await get(page)).text).toContain('Wir schicken den Link per E-Mail.');
  const { parsed } = await eventually(
    () => server.caught.find(({ recipients }) => recipients.includes('per@friend.example')),
    { what: 'the mail to the companion' },
  );
  expect(parsed.text).toMatch(/Per[^]*Ingrid Canaryson hat/);
  const [link = ''] = /http\S+\/form\/[\w-]{43}/.exec(parsed.text ?? '') ?? [];
  expect(link).not.toBe(shown.screening_link);
  expect((await get(link)).text).not.toContain('Canaryson');
});

test('a mail that the server refuses is buried and stands on the timeline', async () => {
  server.refuseNext({ status: 550 });
  await hotel.start();
  book();
  await eventually(async () => (await listBuried()).includes('mail_refused') || undefined, { what: 'the burial' });
  const { items } = await ask<{ items: { id: string }[] }>(`/api/v1/properties/${hotel.sandbox.propertyId}/screenings`);
  const { timeline } = await ask<{ timeline: { event: string }[] }>(`/api/v1/screenings/${items[0]?.id ?? ''}`);
  expect(timeline.map(({ event }) => event)).toContain('mail_refused');
});

test('killed between sending and record, the service sends the same message once more and counts it once', async () => {
  const { environment, sandbox } = hotel;
  const isReady = () => (sandbox.stats.requestsByOperation.getReservations ?? 0) > 0;
  await runUntilKilled({
    boundary: 'uncommitted mails.save',
    environment,
    config,
    provoke: { isReady, then: () => void book() },
  });
  await hotel.start();
  await untilCaught(2);
  await hotel.untilIdle();
  expect(server.caught).toHaveLength(2);
  expect(new Set(server.caught.map(({ parsed }) => parsed.messageId)).size).toBe(1);
});

function toUnsubscribe(parsed: CaughtMail['parsed']): { readonly url?: string } {
  const list = parsed.headers.get('list') as { unsubscribe?: { url?: string } } | undefined;
  return list?.unsubscribe ?? {};
}

async function ask<Body>(path: string): Promise<Body> {
  return (await hotel.api('GET', path)).body;
}

async function listBuried(): Promise<readonly string[]> {
  const { items } = await ask<{ items: { errorCode: string }[] }>('/api/v1/jobs/buried');
  return items.map(({ errorCode }) => errorCode);
}
