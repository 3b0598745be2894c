import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../support/browser/chromium.ts';
import { deskSize, leave, open, openDesk, openDoor, phoneSize } from './desk.ts';
import { type Evening, openEvening } from './evening.ts';

const folder = fileURLToPath(new URL('../../../docs/images/dashboard/', import.meta.url));
const longestPx = 2_400;
const phone: BrowserContextOptions = { viewport: phoneSize, isMobile: true, hasTouch: true };

const looks: readonly (readonly [string, BrowserContextOptions])[] = [
  ['desk-light', { colorScheme: 'light' }],
  ['desk-dark', { colorScheme: 'dark' }],
  ['phone-light', { ...phone, colorScheme: 'light' }],
  ['phone-dark', { ...phone, colorScheme: 'dark' }],
];

/** The sign-in, the arrivals, a guest, a decision and the queue, in each look, into docs/images/dashboard/. */
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
  await page.keyboard.press('d');
  await page.getByRole('dialog').waitFor();
  await shoot(page, `decide-${look}`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('2');
  await page.getByRole('heading', { name: 'To decide' }).waitFor();
  await page.locator('.row').first().waitFor();
  await shoot(page, `queue-${look}`);
  await leave(page);
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
    "Math.max(...['.split-detail', 'main', 'html'].map((name) => document.querySelector(name).scrollHeight))",
  );
  await page.setViewportSize({ ...size, height: Math.min(longestPx, height + 140) });
  await shoot(page, name);
  await page.setViewportSize(size);
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${folder}${name}.jpg`, type: 'jpeg', quality: 70 });
}
