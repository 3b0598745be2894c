import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../support/browser/chromium.ts';
import type { Hotel } from '../../support/hotel.ts';
import { bookAsked, openFormHotel } from './form-hotel.ts';
import { agreeAndSend, type Guest, openGuest, walkToReview } from './guest.ts';

let hotel: Hotel;
let browser: Browser;

beforeAll(async () => {
  [hotel, browser] = await Promise.all([openFormHotel(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await hotel.close();
});

async function fillPerson(guest: Guest): Promise<void> {
  await guest.fillDate('birthDate', '1984-02-09');
  await guest.tick('gender', 'F');
  await guest.choose('nationality', 'NO');
}

async function readPerson({ page }: Guest): Promise<readonly unknown[]> {
  const read = (name: string) => page.inputValue(`main [name="${name}"]`);
  return [await read('birthDate.year'), await page.isChecked('[name=gender][value=F]'), await read('nationality')];
}

test('without a network nothing is sent and nothing lost, and the page says so', async () => {
  const { url } = await bookAsked(hotel);
  const guest = await openGuest(browser);
  await guest.page.goto(url);
  await fillPerson(guest);
  await guest.page.context().setOffline(true);
  await guest.goOn();
  await guest.page.getByText('You are offline.').waitFor();
  await guest.goOn();
  expect(await readPerson(guest)).toEqual(['1984', true, 'NO']);
  await guest.page.context().setOffline(false);
  await guest.page.getByText('Each step is saved').waitFor();
  await guest.goOn();
  await guest.page.waitForURL(/\/contact$/);
  await guest.leave();
});

test('what was typed comes back after a network that broke off, and once it is saved it does not', async () => {
  const { url } = await bookAsked(hotel);
  const guest = await openGuest(browser);
  await guest.page.goto(url);
  await fillPerson(guest);
  await guest.page.route('**/person', (route) => route.abort('internetdisconnected'));
  await guest.goOn();
  await guest.page.waitForURL(/^chrome-error:/);
  await guest.page.unroute('**/person');
  await guest.page.goto(url);
  expect(await readPerson(guest)).toEqual(['1984', true, 'NO']);
  await guest.goOn();
  await guest.page.waitForURL(/\/contact$/);
  expect(await guest.page.evaluate('Object.keys(sessionStorage)')).toEqual([]);
  await guest.leave();
});

test('what somebody typed is forgotten as soon as the form of somebody else is opened in the same tab', async () => {
  const [one, other] = [await bookAsked(hotel), await bookAsked(hotel, { lastName: 'Solberg' })];
  const guest = await openGuest(browser);
  await guest.page.goto(one.url);
  await fillPerson(guest);
  await guest.page.route('**/person', (route) => route.abort('internetdisconnected'));
  await guest.goOn();
  await guest.page.waitForURL(/^chrome-error:/);
  await guest.page.goto(other.url);
  expect(await guest.page.evaluate('Object.keys(sessionStorage)')).toEqual([]);
  await guest.leave();
});

test('a document is taken for one of the country whose nationality was given, once it is begun', async () => {
  const { url } = await bookAsked(hotel);
  const guest = await openGuest(browser);
  await guest.page.goto(url);
  await fillPerson(guest);
  await guest.goOn();
  await guest.page.waitForURL(/\/contact$/);
  await guest.page.goto(`${url}/document`);
  const readCountry = () => guest.page.inputValue('main [name="documentIssuingCountry"]');
  expect(await readCountry()).toBe('');
  await guest.choose('documentType', 'passport');
  expect(await readCountry()).toBe('NO');
  await guest.leave();
});

test('a consent that was taken back stays so over a network that broke off', async () => {
  const { url } = await bookAsked(hotel);
  const guest = await openGuest(browser);
  const { page } = guest;
  await page.goto(url);
  await walkToReview(guest);
  await guest.tick('consent.marketing');
  await agreeAndSend(guest, url);
  await page.getByRole('button', { name: 'Correct' }).click();
  await page.goto(`${url}/consent`);
  const marketing = page.locator('main [name="consent.marketing"]');
  expect(await marketing.isChecked()).toBe(true);
  await marketing.uncheck();
  await page.route('**/consent', (route) => route.abort('internetdisconnected'));
  await guest.goOn();
  await page.waitForURL(/^chrome-error:/);
  await page.unroute('**/consent');
  await page.goto(`${url}/consent`);
  expect(await marketing.isChecked()).toBe(false);
  await guest.leave();
});

test('a browser that lets no site keep anything, and reads no documents, has the form all the same', async () => {
  const { url } = await bookAsked(hotel);
  const guest = await openGuest(browser);
  await guest.page.addInitScript({
    content: `
      const forbid = () => { throw new DOMException('Forbidden', 'SecurityError'); };
      Object.defineProperty(window, 'sessionStorage', { get: forbid });
      Object.defineProperty(window, 'WebAssembly', { value: undefined });`,
  });
  await guest.page.goto(url);
  expect(await guest.page.locator('.reader').count()).toBe(0);
  await fillPerson(guest);
  await guest.page.context().setOffline(true);
  await guest.goOn();
  await guest.page.getByText('You are offline.').waitFor();
  await guest.page.context().setOffline(false);
  await guest.goOn();
  await guest.page.waitForURL(/\/contact$/);
  await guest.leave();
});
