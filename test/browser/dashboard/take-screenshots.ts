import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../support/browser/chromium.ts';
import { deskSize, leave, open, openDesk, openDoor, phoneSize } from './desk.ts';
import { type Evening, openEvening } from './evening.ts';
import { showSampleFigures } from './sample-figures.ts';

const folder = fileURLToPath(new URL('../../../docs/images/dashboard/', import.meta.url));
const longestPx = 2_400;
const phone: BrowserContextOptions = { viewport: phoneSize, isMobile: true, hasTouch: true };

const looks: readonly (readonly [string, BrowserContextOptions])[] = [
  ['desk-light', { colorScheme: 'light' }],
  ['desk-dark', { colorScheme: 'dark' }],
  ['phone-light', { ...phone, colorScheme: 'light' }],
  ['phone-dark', { ...phone, colorScheme: 'dark' }],
];

/** The sign-in, the arrivals, a guest, the record of a stay, a decision, the queue, the house list, a card, the statistics, the administration and the connections, in each look, into docs/images/dashboard/. */
export async function takeDashboardScreenshots(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const [evening, browser] = await Promise.all([openEvening(), launchChromium()]);
  try {
    for (const [look, options] of looks) await takeLook({ evening, browser }, look, options);
    await takeArabic({ evening, browser });
    await takePrint({ evening, browser });
  } finally {
    await browser.close();
    await evening.close();
  }
}

interface Stage {
  readonly evening: Evening;
  readonly browser: Browser;
}

async function takeLook({ evening, browser }: Stage, look: string, options: BrowserContextOptions): Promise<void> {
  const door = await openDoor(browser, evening, options);
  await door.getByRole('button', { name: 'Use the admin token' }).waitFor();
  await shoot(door, `login-${look}`);
  await leave(door);
  const page = await openDesk(browser, evening, options);
  await page.getByText('Live', { exact: true }).first().waitFor({ state: 'attached' });
  await shoot(page, `board-${look}`);
  await open(page, 'Yevgeny Vostrikovsky');
  await page.locator('.finding').first().waitFor();
  await shoot(page, `detail-${look}`);
  if (look.endsWith('light')) await shootWhole(page, `detail-whole-${look}`);
  await shootRecord(page, look);
  await page.keyboard.press('d');
  await page.getByRole('dialog').waitFor();
  await shoot(page, `decide-${look}`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('2');
  await page.getByRole('heading', { name: 'To decide' }).waitFor();
  await page.locator('.row').first().waitFor();
  await shoot(page, `queue-${look}`);
  await shootPages(page, evening, look);
  await leave(page);
}

/** Of the guest who is open, and back to them. */
async function shootRecord(page: Page, look: string): Promise<void> {
  await page.getByRole('link', { name: 'Record to print' }).click();
  await page.locator('.record-screening').first().waitFor();
  await shoot(page, `record-${look}`);
  await page.goBack();
  await page.locator('.finding').first().waitFor();
}

/** The statistics are of a busy quarter, made up: an evening alone would show empty charts. */
async function shootPages(page: Page, evening: Evening, look: string): Promise<void> {
  await showSampleFigures(page);
  for (const [name, shows] of [
    ['houseList', '.row'],
    ['guests', '.row'],
    ['statistics?days=90', '.plot canvas'],
  ] as const) {
    await page.evaluate(`location.hash = '#/${evening.propertyId}/${name}'`);
    await page.locator(shows).first().waitFor();
    await shoot(page, `${name.split('?')[0]?.toLowerCase()}-${look}`);
  }
  if (look.endsWith('light')) await shootWhole(page, `statistics-whole-${look}`);
  await page.evaluate("location.hash = '#/-/administration/audit'");
  await page.locator('.tabs').waitFor();
  await page.locator('.page .line-main').first().waitFor();
  await shoot(page, `administration-${look}`);
  await page.evaluate("location.hash = '#/-/connections'");
  await page.locator('.fold-body').first().waitFor();
  await shoot(page, `connections-${look}`);
  await page.evaluate("location.hash = '#/-/connections/health'");
  await page.locator('.page .fold').first().waitFor();
  await shoot(page, `health-${look}`);
}

async function takeArabic({ evening, browser }: Stage): Promise<void> {
  const page = await openDesk(browser, evening, { colorScheme: 'light' });
  await page.getByRole('button', { name: /sign out/ }).click();
  await page.getByRole('combobox').first().selectOption('ar');
  await page.locator('html[dir=rtl][lang=ar]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.row').first().click();
  await page.locator('.finding').first().waitFor();
  await shoot(page, 'board-ar');
  await showSampleFigures(page);
  await page.evaluate(`location.hash = '#/${evening.propertyId}/statistics?days=90'`);
  await page.locator('.plot canvas').first().waitFor();
  await shoot(page, 'statistics-ar');
  await leave(page);
}

async function takePrint({ evening, browser }: Stage): Promise<void> {
  const page = await openDesk(browser, evening, { viewport: { width: 760, height: 1_000 } });
  await page.emulateMedia({ media: 'print' });
  await shoot(page, 'print');
  await leave(page);
}

/** The window is made as high as what scrolls in the guest's part, so that all of it is seen. */
async function shootWhole(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? deskSize;
  const height = await page.evaluate<number>(
    "Math.max(...['.split-detail', '.page', 'main', 'html'].map((name) => document.querySelector(name)?.scrollHeight ?? 0))",
  );
  await page.setViewportSize({ ...size, height: Math.min(longestPx, height + 140) });
  await shoot(page, name);
  await page.setViewportSize(size);
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${folder}${name}.jpg`, type: 'jpeg', quality: 70 });
}
