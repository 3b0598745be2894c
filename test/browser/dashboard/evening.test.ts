import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../support/browser/chromium.ts';
import { leave, listNames, open, openDesk, openDoor, openInvited, phoneSize, rowOf } from './desk.ts';
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

const mainText = () => page.locator('main').innerText();

describe('the door', () => {
  test('lets nobody in with a wrong token, says so, and keeps what was typed', async () => {
    page = await openDoor(browser, evening);
    await page.getByRole('button', { name: 'Use the admin token' }).click();
    await page.getByLabel('Admin token').fill('not the token of this service');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Admin token').inputValue()).toBe('not the token of this service');
    expect(await page.locator('.row').count()).toBe(0);
  });

  test('is shut again by signing out, and the address of a guest leads to it and back', async () => {
    page = await openDesk(browser, evening);
    await open(page, 'Marek Dvorak');
    const address = page.url();
    await page.getByRole('button', { name: /sign out/ }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(page.url()).toBe(address);
  });
});

describe('the desk’s evening', () => {
  test('shows at a glance how many come, and who needs somebody stands on top', async () => {
    page = await openDesk(browser, evening);
    const { all, look, waiting, fine } = evening.counts;
    const summary = await page.getByRole('group', { name: 'Show only some guests' }).innerText();
    expect(summary.split(/\n+/)).toEqual([
      `${all} guests arrive tonight:`,
      `${look} to look at`,
      `${waiting} waiting for the guest`,
      `${fine} fine`,
    ]);
    const names = await listNames(page);
    expect(names[0]).toBe('Marek Dvorak');
    expect(names.slice(1, 3).sort()).toEqual(['Lea Marchetti', 'Yevgeny Vostrikovsky']);
    expect(names[3]).toBe('Amara Okonjo');
    expect(names).not.toContain('Hana Kuroda');
  });

  test('goes with the hotel past midnight, though nobody touches the page', async () => {
    page = await openDesk(browser, evening);
    expect(await listNames(page)).not.toContain('Hana Kuroda');
    await page.clock.setSystemTime(Date.now() + 86_400_000);
    await rowOf(page, 'Hana Kuroda').waitFor({ timeout: 60_000 });
    expect(await listNames(page)).toEqual(['Hana Kuroda']);
  });

  test('shows those alone that a part of the summary counts', async () => {
    page = await openDesk(browser, evening);
    await page.getByRole('button', { name: '3 to look at' }).click();
    expect(await listNames(page)).toHaveLength(3);
    await page.getByRole('button', { name: '3 to look at' }).click();
    expect(await listNames(page)).toHaveLength(evening.counts.all);
  });

  test('says first what to do about a banned guest, then why', async () => {
    page = await openDesk(browser, evening);
    await open(page, 'Marek Dvorak');
    const text = await page.locator('.detail').innerText();
    expect(text.indexOf('Call the manager first')).toBeGreaterThan(0);
    expect(text.indexOf('Smoked in room 204')).toBeGreaterThan(text.indexOf('Call the manager first'));
  });

  test.each([
    ['the beginning of a name', 'lindq', ['Anna Lindqvist', 'Erik Lindqvist', 'Maja Lindqvist', 'Nils Lindqvist']],
    ['a name without its accents', 'tomas quint', ['Tomás Quintana']],
    ['an e-mail address', 'hana@post.example', ['Hana Kuroda']],
    ['the end of a phone number', '123456', ['Ingrid Solheim', 'Marek Dvorak', 'Yevgeny Vostrikovsky']],
  ])('finds a guest on any day by %s, as one types', async (_what, typed, names) => {
    page = await openDesk(browser, evening);
    await page.keyboard.press('/');
    await page.keyboard.type(typed, { delay: 20 });
    await page.getByRole('heading', { name: 'Found' }).waitFor();
    await page.getByText(`${names.length} guest`).first().waitFor();
    expect([...(await listNames(page))].sort()).toEqual(names);
    expect(page.url()).not.toContain(typed.split(' ')[0]);
  });

  test('shows a new booking and what becomes of it without being asked', async () => {
    page = await openDesk(browser, evening);
    await page.getByText('Live', { exact: true }).waitFor();
    evening.book({ mainGuest: { firstName: 'Noor', lastName: 'Haddad', email: 'noor@post.example', country: 'JO' } });
    await rowOf(page, 'Noor Haddad').getByText('Clear').waitFor();
    await page.getByRole('status').filter({ hasText: 'Noor Haddad: Clear' }).waitFor();
    evening.counts.all += 1;
    evening.counts.fine += 1;
  });

  test('fits a phone: the guest takes the place of the list, and the way back leads to the same row', async () => {
    page = await openDesk(browser, evening, { viewport: phoneSize, hasTouch: true, isMobile: true });
    await open(page, 'Yevgeny Vostrikovsky');
    expect(await rowOf(page, 'Yevgeny').isVisible()).toBe(false);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBe(0);
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await rowOf(page, 'Yevgeny').waitFor();
    expect(await page.evaluate('document.activeElement.innerText')).toContain('Yevgeny');
  });

  test('tells the front desk what to do, and neither what was found nor what was not', async () => {
    page = await openInvited(browser, evening, { name: 'Dora Silva', role: 'desk' });
    const why = async (name: string) => rowOf(page, name).locator('.row-why').innerText();
    expect(await why('Marek Dvorak')).toBe('Complete the check-in, then call the manager');
    expect(await why('Ingrid Solheim')).toBe('Check in as usual');
    expect(await why('Amara Okonjo')).toBe('Asked the guest for more');
    await open(page, 'Yevgeny Vostrikovsky');
    await page.getByText('Completed', { exact: true }).waitFor();
    expect(await page.locator('.detail').innerText()).not.toMatch(/sanction|match\b|unusual/i);
    await page.getByRole('button', { name: 'Screen again' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Screen again' }).waitFor();
  });

  test('prints the list and nothing that cannot be pressed on paper', async () => {
    page = await openDesk(browser, evening, { colorScheme: 'dark' });
    await open(page, 'Marek Dvorak');
    await page.emulateMedia({ media: 'print' });
    expect(await rowOf(page, 'Marek Dvorak').isVisible()).toBe(true);
    for (const hidden of ['.bar', '.rail', '.detail', '.range-tools']) {
      expect(await page.locator(hidden).isVisible()).toBe(false);
    }
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await mainText()).toContain('Hotel Miradouro');
  });
});
