import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { systemClock } from '../../../src/clock/system-clock.ts';
import { plusMs } from '../../../src/domain/calendar.ts';
import { launchChromium, listAxeProblems } from '../../support/browser/chromium.ts';
import { eventually } from '../../support/eventually.ts';

import { adminToken, type Hotel } from '../../support/hotel.ts';
import { callbackPath, openPartnerHotel } from '../../support/partner-hotel.ts';
import { leave, openDoor } from './desk.ts';

const name = 'Hotel Miradouro';
const hourMs = 3_600_000;

let hotel: Hotel;
let browser: Browser;
let passedMs = 0;
const pages: Page[] = [];

beforeAll(async () => {
  // A browser knows by the machine's clock whether a session is over.
  const clock = { now: () => plusMs(systemClock.now(), passedMs) };
  [hotel, browser] = await Promise.all([
    openPartnerHotel({
      clock,
      environment: { CLOUDBEDS_GRANT: 'oauth' },
      sandbox: { properties: [{ name, timezone: 'UTC' }] },
    }),
    launchChromium(),
  ]);
  await hotel.start();
});

afterEach(async () => {
  for (const page of pages.splice(0)) await leave(page);
});

afterAll(async () => {
  await browser.close();
  await hotel.close();
});

async function openConnections(): Promise<Page> {
  const page = await openDoor(browser, { hotel });
  pages.push(page);
  page.setDefaultTimeout(15_000);
  await page.getByRole('button', { name: 'Use the admin token' }).click();
  await page.getByLabel('Admin token').fill(adminToken);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /sign out/ }).waitFor();
  await page.goto(`${hotel.url()}/#/-/connections`);
  await page.getByRole('heading', { name: 'Connect a property' }).waitFor();
  return page;
}

const cardOf = (page: Page) => page.getByRole('region', { name });
const countTokenRequests = () => hotel.sandbox.stats.requestsByOperation.postAccessToken ?? 0;
const untilTokenRequests = (count: number) =>
  eventually(() => countTokenRequests() >= count || undefined, { what: `${count} requests for tokens` });

/** Half of an access token's life is over, and so is every session; who sleeps by the real clock is woken. */
async function letTimePass(): Promise<void> {
  passedMs += 5 * hourMs;
  const path = `/api/v1/properties/${hotel.sandbox.propertyId}/connection/reconnect`;
  expect((await hotel.api('POST', path)).status).toBe(202);
}

test('access that is denied, and a way back with a state or a code that somebody made up, connect nothing', async () => {
  const page = await openConnections();
  await page.getByRole('link', { name: 'Go on to Cloudbeds' }).click();
  const authorizeUrl = new URL(page.url());
  await page.getByRole('button', { name: 'Deny' }).click();
  await page.getByRole('alert').getByText('The access was not allowed at Cloudbeds.').waitFor();

  // The state of the way that was just denied is spent, and one that was changed is not ours.
  const state = authorizeUrl.searchParams.get('state') ?? '';
  for (const forged of [state, `${state}x`, `x${state}`]) {
    const query = new URLSearchParams({ code: 'guessed', state: forged });
    await page.goto(`${hotel.url()}${callbackPath}?${query.toString()}`);
    await page.getByRole('alert').getByText('This way to Cloudbeds was not begun here').waitFor();
  }
  expect(countTokenRequests()).toBe(0);
  expect(await cardOf(page).count()).toBe(0);
});

test('a hotel that lets us in is connected by tokens; coming back by the same way a second time changes nothing', async () => {
  const page = await openConnections();
  await page.getByRole('link', { name: 'Go on to Cloudbeds' }).click();
  const wayBack = page.waitForRequest((request) => request.url().includes(`${callbackPath}?`));
  await page.getByRole('button', { name: 'Allow access' }).click();
  const card = cardOf(page);
  await card.getByText('OAuth tokens', { exact: true }).waitFor();
  await card.getByText('Connected', { exact: true }).waitFor();
  await page.goto((await wayBack).url());
  await page.getByRole('alert').getByText('This way to Cloudbeds was not begun here').waitFor();
  await card.getByText('Connected', { exact: true }).waitFor();
  expect(countTokenRequests()).toBe(1);
  expect(await listAxeProblems(page)).toEqual([]);
});

test('tokens are renewed ahead of their end, with nothing to be seen of it', async () => {
  await letTimePass();
  await untilTokenRequests(2);
  await hotel.untilIdle();
  const page = await openConnections();
  await cardOf(page).getByText('Connected', { exact: true }).waitFor();
  expect(countTokenRequests()).toBe(2);
});

test('where the answer to a renewal is lost, the page says until when it works and what to do, and doing so mends it', async () => {
  hotel.sandbox.faults.set({ kind: 'applied_but_answer_lost', operation: 'postAccessToken', count: 1 });
  await letTimePass();
  await untilTokenRequests(3);
  await hotel.untilIdle();
  const page = await openConnections();
  const card = cardOf(page);
  await card
    .getByText(/^Nobody knows whether its tokens can still be renewed\. It works until .+: connect it anew/)
    .waitFor();
  await card.getByText('Connected', { exact: true }).waitFor();
  expect(countTokenRequests()).toBe(3);
  expect(await listAxeProblems(page)).toEqual([]);

  await card.getByRole('link', { name: 'Go on to Cloudbeds' }).click();
  await page.getByRole('button', { name: 'Allow access' }).click();
  await page.getByRole('status').getByText(`Let in by Cloudbeds: ${name}.`).waitFor();
  await card.getByText('Connected', { exact: true }).waitFor();
  expect(await card.getByText(/^Nobody knows/).count()).toBe(0);
  const open = await hotel.api('GET', '/api/v1/alerts');
  expect((open.body as { items: unknown[] }).items).toEqual([]);
});
