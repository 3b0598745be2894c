import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../support/browser/chromium.ts';
import { leave, openDesk, rowOf } from './desk.ts';
import { type Evening, openEvening } from './evening.ts';

let evening: Evening;
let browser: Browser;

beforeAll(async () => {
  [evening, browser] = await Promise.all([openEvening(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await evening.close();
});

test('a lost connection is said at once, and what happened meanwhile is there after it returns', async () => {
  const page = await openDesk(browser, evening);
  await page.getByText('Live', { exact: true }).waitFor();
  await page.context().setOffline(true);
  await page.getByText('The connection is lost').waitFor();
  evening.book({ mainGuest: { firstName: 'Noor', lastName: 'Haddad', email: 'noor@post.example', country: 'JO' } });
  await evening.hotel.untilIdle();
  expect(await rowOf(page, 'Noor Haddad').count()).toBe(0);
  await page.context().setOffline(false);
  await rowOf(page, 'Noor Haddad').getByText('Clear').waitFor();
  expect(await page.getByText('The connection is lost').count()).toBe(0);
  await leave(page);
});

test('a service that stops and starts again is found again without being asked', async () => {
  const page = await openDesk(browser, evening);
  await page.getByText('Live', { exact: true }).waitFor();
  await evening.hotel.stop();
  await page.getByText('The connection is lost').waitFor();
  await evening.hotel.start();
  await page.getByText('Live', { exact: true }).waitFor();
  await leave(page);
});
