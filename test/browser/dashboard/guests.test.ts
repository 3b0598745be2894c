import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, listAxeProblems } from '../../support/browser/chromium.ts';
import { leave, openDesk } from './desk.ts';
import { type Evening, openEvening } from './evening.ts';

let evening: Evening;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [evening, browser] = await Promise.all([openEvening(), launchChromium()]);
});

afterEach(() => leave(page));

afterAll(async () => {
  await browser.close();
  await evening.close();
});

test('a walk-in who is a guest already is suggested, merged and taken out again', async () => {
  page = await openDesk(browser, evening);
  await page.getByRole('link', { name: 'Guests' }).click();
  await page.getByRole('button', { name: 'New card' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('First name').fill('Priya');
  await dialog.getByLabel('Last name').fill('Raghavan');
  await dialog.getByLabel('Phone').fill('+91 98765 43210');
  expect(await listAxeProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'May be the same person' }).waitFor();
  expect(await listAxeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByRole('button', { name: 'Take out again' }).click();
  await page.getByRole('heading', { name: 'May be the same person' }).waitFor();
  expect(await page.getByRole('button', { name: 'Take out again' }).count()).toBe(0);
});

test('a warning stands on the card until it is taken back with a reason', async () => {
  page = await openDesk(browser, evening, { colorScheme: 'dark' });
  await page.getByRole('link', { name: 'Guests' }).click();
  await page.getByLabel('Search the cards').fill('beaumarchais');
  await page.locator('.row', { hasText: 'Beaumarchais' }).click();
  await page.getByLabel('Kind').selectOption('warning');
  await page.getByRole('textbox', { name: 'Note' }).fill('Shouted at the night porter');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('.said-warning').getByText('Shouted at the night porter').waitFor();
  expect(await listAxeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('It was somebody else');
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await page.locator('.said-warning').waitFor({ state: 'detached' });
});
