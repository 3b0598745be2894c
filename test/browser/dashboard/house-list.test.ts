import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, listAxeProblems } from '../../support/browser/chromium.ts';
import { leave, openInvited, phoneSize } from './desk.ts';
import { type Evening, openEvening } from './evening.ts';

let evening: Evening;
let browser: Browser;
const pages: Page[] = [];

beforeAll(async () => {
  [evening, browser] = await Promise.all([openEvening(), launchChromium()]);
});

afterEach(async () => {
  for (const page of pages.splice(0)) await leave(page);
});

afterAll(async () => {
  await browser.close();
  await evening.close();
});

async function openAs(name: string, options = {}): Promise<Page> {
  const page = await openInvited(browser, evening, { name, role: 'manager', options });
  pages.push(page);
  await page.getByRole('link', { name: 'House list', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'House list' }).waitFor();
  return page;
}

test('a ban counts once a second person approves it, and whoever proposed it cannot', async () => {
  const ana = await openAs('Ana Reis');
  await ana.getByRole('button', { name: 'Propose somebody' }).click();
  const dialog = ana.getByRole('dialog');
  const submit = dialog.getByRole('button', { name: 'Propose somebody' });
  await dialog.getByLabel('Names').fill('Ingrid Solheim');
  expect(await submit.isDisabled()).toBe(true);
  await dialog.getByLabel('E-mails').fill('solheim@post.example');
  await dialog.getByLabel('Reason').fill('Broke the door of room 12');
  expect(await listAxeProblems(ana)).toEqual([]);
  await submit.click();
  await ana.getByRole('heading', { level: 2, name: 'Ingrid Solheim' }).waitFor();
  expect(await listAxeProblems(ana)).toEqual([]);
  await ana.getByText('You proposed this').waitFor();
  await ana.getByRole('button', { name: 'Approve' }).click();
  await ana.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await ana.getByRole('alert').getByText('another person must approve it').waitFor();

  const rui = await openAs('Rui Costa', { colorScheme: 'dark', viewport: phoneSize });
  await rui.locator('.row', { hasText: 'Ingrid Solheim' }).click();
  expect(await listAxeProblems(rui)).toEqual([]);
  await rui.getByRole('button', { name: 'Approve' }).click();
  await rui.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await rui.getByText('Rui Costa approved it').waitFor();
  await rui.locator('.card-head').getByText('Counts').waitFor();
  await evening.hotel.untilIdle();
  await rui.getByRole('link', { name: 'To decide' }).click();
  await rui.locator('.row', { hasText: 'Ingrid Solheim' }).waitFor();
});

test('an entry that counts is found by its words and ended with a reason', async () => {
  const page = await openAs('Eva Lopes');
  await page.getByLabel('Search the list').fill('room 204');
  await page.locator('.row', { hasText: 'Marek' }).click();
  await page.getByRole('button', { name: 'End it' }).click();
  const end = page.getByRole('dialog').getByRole('button', { name: 'End it' });
  expect(await end.isDisabled()).toBe(true);
  await page.getByRole('dialog').getByLabel('Reason').fill('Has paid since');
  await end.click();
  await page.getByText('Eva Lopes ended it').waitFor();
  await page.getByLabel('Search the list').fill('nobody at all');
  await page.getByText('Nobody is on it so.').waitFor();
});
