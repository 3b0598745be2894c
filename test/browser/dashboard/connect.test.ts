import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium, listAxeProblems } from '../../support/browser/chromium.ts';
import { systemClock } from '../../../src/clock/system-clock.ts';
import { daytimeZone, toDaytimeDay } from '../../support/browser/daytime.ts';
import { eventually } from '../../support/eventually.ts';
import { adminToken, type Hotel } from '../../support/hotel.ts';
import { openPartnerHotel } from '../../support/partner-hotel.ts';
import { leave, openDoor, phoneSize } from './desk.ts';

const phone: BrowserContextOptions = { viewport: phoneSize, colorScheme: 'dark' };
const second = { propertyId: '2002', name: 'Pensão Alegria', timezone: 'UTC' };

let hotel: Hotel;
let browser: Browser;
let keyOfSecond = '';
const pages: Page[] = [];

beforeAll(async () => {
  [hotel, browser] = await Promise.all([
    openPartnerHotel({
      clock: systemClock,
      sandbox: { properties: [{ name: 'Hotel Miradouro', timezone: daytimeZone }] },
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

async function openOwnDoor(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openDoor(browser, { hotel }, options);
  pages.push(page);
  page.setDefaultTimeout(15_000);
  return page;
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Use the admin token' }).click();
  await page.getByLabel('Admin token').fill(adminToken);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /sign out/ }).waitFor();
}

async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openOwnDoor(options);
  await signIn(page);
  return page;
}

/** By the menu: the rail of a phone has no room for it. */
async function openConnections(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openPage(options);
  await page.getByRole('button', { name: /sign out/ }).click();
  await page.getByRole('link', { name: 'Connections with the PMS' }).click();
  await page.getByRole('heading', { level: 1, name: 'Connections with the PMS' }).waitFor();
  await page.getByRole('heading', { name: 'Connect a property' }).waitFor();
  return page;
}

const cardOf = (page: Page, name: string) => page.getByRole('region', { name });
const toHash = (page: Page) => new URL(page.url()).hash;

test('where nothing is connected, the page says so first; a hotel that lets us in at the PMS appears, and so do its arrivals', async () => {
  const page = await openPage(phone);
  await page.getByRole('heading', { name: 'Nothing is connected yet.' }).waitFor();
  expect(await listAxeProblems(page)).toEqual([]);
  await page.getByRole('link', { name: 'Go on to Cloudbeds' }).click();
  await page.getByRole('heading', { name: 'Connect an app' }).waitFor();
  // So that the page is there before the property is.
  hotel.sandbox.faults.set({ kind: 'error_500', operation: 'getHotels', count: 2 });
  await page.getByRole('button', { name: 'Allow access' }).click();

  await page.getByRole('status').getByText('Its properties appear here in a moment.').waitFor();
  await page.getByRole('status').getByText('Let in by Cloudbeds: Hotel Miradouro.').waitFor();
  expect(toHash(page)).toBe('#/-/connections');
  const card = cardOf(page, 'Hotel Miradouro');
  await card.getByText('API key delivered by Cloudbeds').waitFor();
  await card.getByText('Connected', { exact: true }).waitFor();
  await card.getByText('Up to date', { exact: true }).waitFor();
  expect(await listAxeProblems(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  await page.reload();
  await card.waitFor();
  expect(await page.getByText('Let in by Cloudbeds').count()).toBe(0);

  const mainGuest = { firstName: 'Ada', lastName: 'Canaryson', email: 'ada.canaryson@post.example' };
  hotel.sandbox.world.book({ arrivesOn: toDaytimeDay(0), departsOn: toDaytimeDay(1), mainGuest });
  await page.getByRole('link', { name: 'Arrivals' }).click();
  await page.locator('.row', { hasText: 'Ada Canaryson' }).waitFor();
});

test('a way back that was not begun here, or that the hotel closed, connects nothing and is explained once', async () => {
  const page = await openConnections();
  await page.goto(`${hotel.url()}/connect/cloudbeds/callback?code=guessed&state=guessed.signature`);
  const notice = page.getByRole('alert');
  await notice.getByText('This way to Cloudbeds was not begun here').waitFor();
  expect(toHash(page)).toBe('#/-/connections');
  expect(await listAxeProblems(page)).toEqual([]);
  await notice.getByRole('button', { name: 'Close' }).click();
  await notice.waitFor({ state: 'detached' });

  await page.getByRole('link', { name: 'Go on to Cloudbeds' }).click();
  await page.getByRole('button', { name: 'Deny' }).click();
  await page.getByRole('alert').getByText('The access was not allowed at Cloudbeds.').waitFor();
});

test('whoever comes from the marketplace and has to sign in first is where the way begins afterwards', async () => {
  const page = await openOwnDoor(phone);
  await page.goto(`${hotel.url()}/connect/cloudbeds`);
  await signIn(page);
  await page.getByRole('link', { name: 'Go on to Cloudbeds' }).waitFor();
});

test('a key that is wrong is refused with a reason; the right one connects its property, and is shown no more', async () => {
  const { world } = hotel.sandbox;
  world.addProperty(second);
  const key = (keyOfSecond = world.addApiKey({ propertyIds: [second.propertyId] }));
  const page = await openConnections();
  await page.getByRole('button', { name: 'Give an API key' }).click();
  const dialog = page.getByRole('dialog');
  const give = async (given: string) => {
    await dialog.getByLabel('API key', { exact: true }).fill(given);
    await dialog.getByRole('button', { name: 'Connect' }).click();
  };
  await give('cbat_wrong');
  await dialog.getByRole('alert').getByText('The PMS does not take this key').waitFor();
  expect(await listAxeProblems(page)).toEqual([]);
  await give('not a key');
  await dialog.getByText('This cannot be taken.').waitFor();
  await give(` ${key}\t`);
  await cardOf(page, second.name).getByText('Connected', { exact: true }).waitFor();
  await cardOf(page, second.name).getByText('Given here.').waitFor();
  expect(await page.content()).not.toContain(key);
  // The rest of the page knows the property as well.
  await page.getByRole('combobox', { name: 'Property' }).selectOption({ label: second.name });
});

test('a property is disconnected once that is confirmed, says what to do, and is connected again', async () => {
  const page = await openConnections(phone);
  const card = cardOf(page, second.name);
  await card.getByRole('button', { name: `New event address: ${second.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'New event address' }).click();
  await card.getByText('Its events may still come to the former address').waitFor();
  await card.getByRole('button', { name: `Disconnect: ${second.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await card.getByText('Connected', { exact: true }).waitFor();
  await card.getByRole('button', { name: `Disconnect: ${second.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await card.getByText('Somebody disconnected it here.').waitFor();
  expect(await listAxeProblems(page)).toEqual([]);
  await card.getByRole('button', { name: `Try again: ${second.name}` }).click();
  await card.getByText('Connected', { exact: true }).waitFor();
});

test('a property whose key the PMS takes no more can be let go, which ends its alert', async () => {
  const { world } = hotel.sandbox;
  world.revokeApiKey(keyOfSecond);
  const path = `/api/v1/properties/${second.propertyId}/connection`;
  await hotel.api('POST', `${path}/reconnect`);
  await eventually(
    async () => JSON.stringify((await hotel.api('GET', path)).body).includes('key_refused') || undefined,
    {
      what: 'the key to be taken for refused',
    },
  );
  const page = await openConnections(phone);
  const card = cardOf(page, second.name);
  await card.getByRole('button', { name: `Disconnect: ${second.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await card.getByText('Somebody disconnected it here.').waitFor();
  const openAlerts = async () => JSON.stringify((await hotel.api('GET', '/api/v1/alerts?state=open')).body);
  expect(await openAlerts()).not.toContain('property_disconnected');

  const apiKey = world.addApiKey({ propertyIds: [second.propertyId] });
  await hotel.api('POST', '/api/v1/connections', { apiKey });
  await card.getByText('Connected', { exact: true }).waitFor();
});

test('what the hotel ended is found by its alert and by the health check, with what to do', async () => {
  hotel.sandbox.world.setAppState('disabled', second.propertyId);
  const page = await openPage(phone);
  await page.getByRole('combobox', { name: 'Property' }).selectOption({ label: second.name });
  await page.getByRole('link', { name: 'Arrivals' }).click();
  await page.getByText('1 thing needs attention').click();
  await page.getByRole('link', { name: 'Connections with the PMS' }).click();
  await cardOf(page, second.name).getByText('The hotel disconnected the app in Cloudbeds.').waitFor();
  await page.getByRole('link', { name: 'Health check' }).click();
  const first = page.getByRole('listitem').first();
  await first.getByText('Key and rights').waitFor();
  await first.getByText(second.name).waitFor();
  await first.getByText('Have the hotel enable the app in the PMS').waitFor();
  await page.getByText(/\d+ things are in order/).click();
  await page.getByText('The PMS sends every event that is needed').waitFor();
  expect(await listAxeProblems(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
});

test('a manager who follows the link to connect is told that it is not theirs, and chooses to be mailed alerts', async () => {
  const invited = { email: 'ana@hotel.example', name: 'Ana Reis', grants: [{ propertyId: '*', role: 'manager' }] };
  const { link } = (await hotel.api('POST', '/api/v1/invitations', invited)).body as { link: { url: string } };
  const page = await openOwnDoor(phone);
  await page.goto(`${hotel.url()}/${new URL(link.url).hash}`);
  await page.reload();
  await page.getByLabel('New password').fill('a long sentence to sign in with');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Arrivals' }).waitFor();

  await page.goto(`${hotel.url()}/connect/cloudbeds`);
  await page.getByRole('alert').getByText('Your role does not allow this.').waitFor();
  expect(await page.getByRole('link', { name: 'PMS', exact: true }).count()).toBe(0);
  expect(await listAxeProblems(page)).toEqual([]);
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: /sign out/ }).click();
  await page.getByRole('link', { name: 'Your account' }).click();
  const wish = page.getByRole('checkbox', { name: 'Mail me what the service cannot mend alone' });
  expect(await wish.isChecked()).toBe(false);
  expect(await listAxeProblems(page)).toEqual([]);
  await wish.click();
  await page.getByText('Saved.').first().waitFor({ state: 'attached' });
  await page.reload();
  await wish.waitFor();
  expect(await wish.isChecked()).toBe(true);
});
