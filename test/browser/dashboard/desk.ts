import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { adminToken } from '../../support/hotel.ts';
import type { Evening } from './evening.ts';

export const deskSize = { width: 1360, height: 850 };
export const phoneSize = { width: 390, height: 844 };

/** What moves for a moment only is still, lest contrasts are judged in between. */
const stillDesk: BrowserContextOptions = { viewport: deskSize, locale: 'en-GB', reducedMotion: 'reduce' };

/** A browser of its own, signed in with the admin token and on tonight's arrivals. */
export async function openDesk(browser: Browser, evening: Evening, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openDoor(browser, evening, options);
  await page.getByRole('button', { name: 'Use the admin token' }).click();
  await page.getByLabel('Admin token').fill(adminToken);
  await page.keyboard.press('Enter');
  await page.locator('.row').first().waitFor();
  return page;
}

/** At the sign-in. Whatever the page throws or complains of fails the test when it closes the page. */
export async function openDoor(
  browser: Browser,
  { hotel }: Pick<Evening, 'hotel'>,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ ...stillDesk, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isNetwork = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isNetwork) complaints.push(message.text());
  });
  page.once('close', () => {
    if (complaints.length > 0) throw new Error(`The page complained: ${complaints.join('; ')}`);
  });
  await page.goto(`${hotel.url()}/`);
  return page;
}

interface Invited {
  readonly name: string;
  readonly role: 'desk' | 'reviewer' | 'manager' | 'admin';
  readonly options?: BrowserContextOptions;
}

/** Somebody whom the admin invited, who followed the link and is on tonight's arrivals. */
export async function openInvited(browser: Browser, evening: Evening, invited: Invited): Promise<Page> {
  const { name, role, options = {} } = invited;
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@hotel.example`;
  const grants = [{ propertyId: evening.propertyId, role }];
  const answer = await evening.hotel.api('POST', '/api/v1/invitations', { email, name, grants });
  const { link } = answer.body as { readonly link: { readonly url: string } };
  const page = await openDoor(browser, evening, options);
  await page.goto(`${evening.hotel.url()}/${new URL(link.url).hash}`);
  await page.reload();
  await page.getByLabel('New password').fill('a long sentence to sign in with');
  await page.keyboard.press('Enter');
  await page.locator('.row').first().waitFor();
  return page;
}

/** Leaves the browser, and what it kept. */
export async function leave(page: Page): Promise<void> {
  await page.context().close();
}

export function rowOf(page: Page, name: string) {
  return page.locator('.row', { hasText: name });
}

export async function open(page: Page, name: string): Promise<void> {
  await rowOf(page, name).click();
  await page.getByRole('heading', { level: 2, name }).waitFor();
}

/** Names in the order of the list. */
export function listNames(page: Page): Promise<readonly string[]> {
  return page.locator('.row-name').allTextContents();
}
