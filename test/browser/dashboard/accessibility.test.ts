import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchChromium, listAxeProblems } from '../../support/browser/chromium.ts';
import { leave, open, openDesk, openDoor, phoneSize } from './desk.ts';
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

const looks: readonly (readonly [string, BrowserContextOptions])[] = [
  ['at the desk, light', { colorScheme: 'light' }],
  ['at the desk, dark', { colorScheme: 'dark' }],
  ['on a phone, light', { colorScheme: 'light', viewport: phoneSize }],
  ['on a phone, dark', { colorScheme: 'dark', viewport: phoneSize }],
];

describe.each(looks)('axe finds nothing %s', (_look, options) => {
  test('at the door', async () => {
    const page = await openDoor(browser, evening, options);
    await page.getByRole('button', { name: 'Use the admin token' }).waitFor();
    expect(await listAxeProblems(page)).toEqual([]);
    await leave(page);
  });

  test('in the list, with each kind of guest, in the dialogs and in the queue', async () => {
    const page = await openDesk(browser, evening, options);
    expect(await listAxeProblems(page)).toEqual([]);
    for (const name of ['Marek Dvorak', 'Yevgeny Vostrikovsky', 'Amara Okonjo', 'Ingrid Solheim']) {
      await open(page, name);
      expect(await listAxeProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await open(page, 'Marek Dvorak');
    await page.keyboard.press('d');
    await page.getByRole('dialog').waitFor();
    expect(await listAxeProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await listAxeProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    await page.getByRole('heading', { name: 'To decide' }).waitFor();
    expect(await listAxeProblems(page)).toEqual([]);
    await leave(page);
  });
});

test('in Arabic the page runs from right to left, and axe finds nothing', async () => {
  const page = await openDesk(browser, evening, {});
  await page.getByRole('button', { name: /sign out/ }).click();
  await page.getByRole('combobox').first().selectOption('ar');
  await page.locator('html[dir=rtl][lang=ar]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.row').first().click();
  await page.locator('.quiet').waitFor();
  expect(await listAxeProblems(page)).toEqual([]);
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(overflow).toBe(0);
  await leave(page);
});
