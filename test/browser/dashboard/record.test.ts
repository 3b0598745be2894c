import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, listAxeProblems } from '../../support/browser/chromium.ts';
import { toDaytimeDay } from '../../support/browser/daytime.ts';
import { leave, open, openDesk, openInvited, phoneSize } from './desk.ts';
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

const year = toDaytimeDay(0).slice(0, 4);

describe('the record of a stay', () => {
  test('proves a decision that later screenings overtook: who, when, why, on what ground, and what the PMS was told', async () => {
    page = await openDesk(browser, evening);
    await open(page, 'Yevgeny Vostrikovsky');
    await page.keyboard.press('d');
    await page.getByRole('dialog').getByRole('radio', { name: 'Is the person on the list' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
    await page.locator('.detail-state').getByText('Declined').waitFor();
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByRole('button', { name: 'Screen again' }).click();
    await page.locator('.detail-state').getByText('Flagged').waitFor();
    await page.getByRole('link', { name: 'Record to print' }).click();
    await page.getByRole('heading', { name: 'Screening record' }).waitFor();
    const text = await page.locator('.record').innerText();
    expect(text.match(/Screening of/g)).toHaveLength(2);
    expect(text).toMatch(new RegExp(`Declined by admin, .*${year}.*\\n+Is the person on the list`));
    expect(text).toMatch(/Sanctions[\s\S]*Strong match\n+strong match, lists of/);
    expect(text).toMatch(/Policy .+, version /);
    expect(text).toMatch(new RegExp(`The PMS shows this since .*${year}`));
    expect(text).toMatch(/Request [0-9a-f-]{8}/);
    expect(text).toMatch(/Made .* by admin/);
    expect(await listAxeProblems(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Print or save as PDF' }).isVisible()).toBe(false);
    expect(await page.locator('.rail').isVisible()).toBe(false);
    expect(await page.locator('.record').isVisible()).toBe(true);
  });

  test('fits a phone', async () => {
    page = await openDesk(browser, evening, { viewport: phoneSize, colorScheme: 'dark' });
    await open(page, 'Lea Marchetti');
    await page.getByRole('link', { name: 'Record to print' }).click();
    await page.locator('.record-screening').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(await listAxeProblems(page)).toEqual([]);
  });

  test('is not for the front desk', async () => {
    page = await openInvited(browser, evening, { name: 'Dora Silva', role: 'desk' });
    await open(page, 'Lea Marchetti');
    expect(await page.getByRole('link', { name: 'Record to print' }).count()).toBe(0);
    const address = page.url().replace('/arrivals/', '/record/');
    await page.goto(address);
    await page.locator('.row').first().waitFor();
    expect(await page.locator('.record').count()).toBe(0);
  });

  test('and a guest’s detail are of the property that the address names, or not to be found', async () => {
    page = await openDesk(browser, evening);
    await page.route('**/api/v1/properties', async (route) => {
      const { items } = (await (await route.fetch()).json()) as { readonly items: readonly object[] };
      await route.fulfill({ json: { items: [...items, { ...items[0], id: 'other', name: 'Hotel Ueno' }] } });
    });
    await page.reload();
    await open(page, 'Lea Marchetti');
    const foreign = page.url().replace(`#/${evening.propertyId}/`, '#/other/');
    for (const address of [foreign, foreign.replace('/arrivals/', '/record/')]) {
      await page.goto(address);
      await page.getByText('This guest is not known here.').waitFor();
      expect(await page.getByText('Lea Marchetti').count()).toBe(0);
    }
  });
});
