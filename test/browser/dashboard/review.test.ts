import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../support/browser/chromium.ts';
import { leave, listNames, open, openDesk, rowOf } from './desk.ts';
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

const guestIdOf = (lastName: string): string =>
  evening.hotel.sandbox.world.listGuests().find(({ details }) => details.lastName === lastName)?.guestId ?? '';

describe('a manager’s review', () => {
  test('decides in three clicks, and the PMS shows it', async () => {
    page = await openDesk(browser, evening);
    await page.getByRole('link', { name: 'To decide' }).click();
    await open(page, 'Lea Marchetti');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('radio', { name: 'Saw the document, it agrees' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.locator('.detail-state').getByText('Approved').waitFor();
    await rowOf(page, 'Lea Marchetti').waitFor({ state: 'detached' });
    await evening.hotel.untilShown(guestIdOf('Marchetti'), { screening_outcome: 'Approved' });
    expect(await page.locator('.timeline').innerText()).toContain('Decision made');
  });

  test('does not decide without a reason', async () => {
    page = await openDesk(browser, evening);
    await open(page, 'Marek Dvorak');
    await page.getByRole('button', { name: 'Decline' }).click();
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Decline' });
    expect(await confirm.isDisabled()).toBe(true);
    await page.getByLabel('In your own words').fill('   ');
    expect(await confirm.isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('says that a guest is not the person on a list, and goes on with the guest as screened anew', async () => {
    page = await openDesk(browser, evening);
    await open(page, 'Yevgeny Vostrikovsky');
    const before = page.url();
    await page.getByText('What speaks for it and against it').click();
    expect(await page.locator('.evidence').innerText()).toContain('For it');
    await page.getByRole('button', { name: 'Not the same person' }).click();
    await page.getByRole('radio', { name: 'The birth date differs, document seen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Not the same person' }).click();
    await page.locator('.detail-state').getByText('Clear').waitFor();
    expect(page.url()).not.toBe(before);
    await evening.hotel.untilShown(guestIdOf('Vostrikovsky'), { screening_outcome: 'Clear' });
  });

  test('is told when the stay has been cancelled meanwhile, and nothing is lost or pretended', async () => {
    page = await openDesk(browser, evening);
    await open(page, 'Marek Dvorak');
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByLabel('In your own words').fill('Owes us for the damage of March');
    await page.route('**/decision', (route) => route.abort());
    await page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    expect(await page.getByLabel('In your own words').inputValue()).toBe('Owes us for the damage of March');
    expect(await page.locator('.detail-state').innerText()).toContain('Flagged');
  });
});

describe('with the keyboard alone', () => {
  test('somebody walks through the list, decides and comes back', async () => {
    page = await openDesk(browser, evening);
    const names = await listNames(page);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: names[0] ?? '' }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { level: 2, name: names[1] ?? '' }).waitFor();
    await page.keyboard.press('k');
    await page.getByRole('heading', { level: 2, name: 'Marek Dvorak' }).waitFor();
    await page.keyboard.press('d');
    await page.getByRole('dialog').waitFor();
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.detail-state').getByText('Declined').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.detail').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.innerText')).toContain('Marek Dvorak');
  });

  test('the help says what keys do, and switches them off for those who speak to their computer', async () => {
    page = await openDesk(browser, evening);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await page.getByRole('checkbox', { name: 'Single keys do something' }).press('Space');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});
