import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium, listAxeProblems } from '../../support/browser/chromium.ts';
import { deskSize, leave, openDesk, openDoor, phoneSize, rowOf } from './desk.ts';
import { type Evening, openEvening } from './evening.ts';
import { showSampleFigures } from './sample-figures.ts';

let evening: Evening;
let browser: Browser;

beforeAll(async () => {
  [evening, browser] = await Promise.all([openEvening(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await evening.close();
});

const looks: readonly (readonly [string, BrowserContextOptions, string])[] = [
  ['at the desk, light', { viewport: deskSize, colorScheme: 'light' }, 'en'],
  ['at the desk, dark', { viewport: deskSize, colorScheme: 'dark' }, 'en'],
  ['on a phone, light', { viewport: phoneSize, colorScheme: 'light' }, 'en'],
  ['on a phone, dark, from right to left', { viewport: phoneSize, colorScheme: 'dark' }, 'ar'],
];

const kinds = ['Marek Dvorak', 'Yevgeny Vostrikovsky', 'Amara Okonjo', 'Ingrid Solheim'];

/** Each brings the page to what is to be looked at, in whichever language it speaks. */
const scenes: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['arrivals', (page) => goTo(page, 'arrivals', '.row')],
  ...kinds.map((name) => [name, (page: Page) => openRow(page, name)] as const),
  ['a decision', openDecision],
  ['review', (page) => goTo(page, 'review', '.row')],
  ['guests', (page) => goTo(page, 'guests', '.row')],
  ['a card', (page) => goTo(page, 'guests', '.row').then(() => openFirst(page))],
  ['house list', (page) => goTo(page, 'houseList', '.row')],
  ['an entry', (page) => goTo(page, 'houseList', '.row').then(() => openFirst(page))],
  ['statistics', openStatistics],
  ['connections', (page) => goTo(page, 'connections', '.fold-body')],
  ['the health check', (page) => goTo(page, 'connections/health', '.fold')],
];

describe.each(looks)('axe finds nothing %s', (_look, options, language) => {
  test('on any page, nothing hangs over the side, and the door begins without an error', async () => {
    const problems: Record<string, unknown> = {};
    const door = await openDoor(browser, evening, options);
    const errors: string[] = [];
    door.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await speak(door, language);
    await door.locator('.door-ways button').waitFor();
    problems.door = await judge(door);
    problems.errorsAtTheDoor = errors;
    await leave(door);
    const page = await openDesk(browser, evening, options);
    await speak(page, language);
    await showSampleFigures(page);
    // Each kind of guest has the same colours on a phone as at the desk.
    const left = options.viewport === phoneSize ? kinds.slice(1) : [];
    for (const [name, show] of scenes.filter(([scene]) => !left.includes(scene))) {
      await show(page);
      problems[name] = await judge(page);
    }
    await leave(page);
    expect(Object.entries(problems).filter(([, found]) => (found as readonly unknown[]).length > 0)).toEqual([]);
  });
});

test('axe finds nothing in the help for the keyboard', async () => {
  const page = await openDesk(browser, evening);
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  expect(await listAxeProblems(page)).toEqual([]);
  await leave(page);
});

async function judge(page: Page): Promise<readonly string[]> {
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  return [...(await listAxeProblems(page)), ...(over > 0 ? [`hangs ${over} px over the side`] : [])];
}

async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate(`localStorage.setItem('guest-screening.language', '${language}')`);
  await page.reload();
  await page.locator(`html[lang=${language}][dir=${language === 'ar' ? 'rtl' : 'ltr'}]`).waitFor();
}

/** By the address, since the navigation has other words in every language. */
async function goTo(page: Page, name: string, until: string): Promise<void> {
  await page.evaluate(`location.hash = '#/${evening.propertyId}/${name}'`);
  await page.locator(until).first().waitFor();
}

async function openRow(page: Page, name: string): Promise<void> {
  await goTo(page, 'arrivals', '.row');
  await rowOf(page, name).click();
  await page.locator('.detail-name', { hasText: name }).waitFor();
}

async function openDecision(page: Page): Promise<void> {
  await openRow(page, 'Marek Dvorak');
  await page.locator('.button-decline').click();
  await page.getByRole('dialog').waitFor();
}

async function openFirst(page: Page): Promise<void> {
  await page.locator('.row').first().click();
  await page.locator('.card-head').waitFor();
}

/** With every table unfolded. */
async function openStatistics(page: Page): Promise<void> {
  await goTo(page, 'statistics?days=90', '.plot canvas');
  for (const summary of await page.locator('.behind > summary').all()) await summary.click();
}
