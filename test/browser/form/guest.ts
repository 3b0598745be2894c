import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

/** Somebody with a browser of their own. Whatever a page throws or complains of fails the test when they leave. */
export interface Guest {
  readonly page: Page;
  /** Presses, choices and fields typed into, so far. */
  readonly taps: () => number;
  fill(name: string, value: string): Promise<void>;
  fillDate(name: string, date: string): Promise<void>;
  choose(name: string, value: string): Promise<void>;
  tick(name: string, value?: string): Promise<void>;
  /** Presses the button that leads on, and waits until another page stands there. */
  goOn(): Promise<void>;
  leave(): Promise<void>;
}

export async function openGuest(browser: Browser, options: BrowserContextOptions = {}): Promise<Guest> {
  const context = await browser.newContext({ locale: 'en-GB', ...phone, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  let taps = 0;
  const tap = async (action: Promise<unknown>): Promise<void> => {
    await action;
    taps += 1;
  };
  const fill = (name: string, value: string) => tap(page.locator(`main [name="${name}"]`).fill(value));
  return {
    page,
    taps: () => taps,
    fill,
    fillDate: async (name, date) => {
      const [year = '', month = '', day = ''] = date.split('-');
      await fill(`${name}.day`, day);
      await fill(`${name}.month`, month);
      await fill(`${name}.year`, year);
    },
    choose: (name, value) => tap(page.locator(`main select[name="${name}"]`).selectOption(value)),
    tick: (name, value = 'yes') => tap(page.locator(`main input[name="${name}"][value="${value}"]`).check()),
    goOn: () => tap(page.locator('main form#page-form [data-submit]').click()),
    leave: async () => {
      await context.close();
      if (complaints.length > 0) throw new Error(`A page complained: ${complaints.join('; ')}`);
    },
  };
}

/** Through all steps of a form that asks for everything, up to the review. `onStep` sees each page before it is filled in. */
export async function walkToReview(
  guest: Guest,
  onStep: (name: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await onStep('person');
  await guest.fillDate('birthDate', '1984-02-09');
  await guest.tick('gender', 'F');
  await guest.choose('nationality', 'NO');
  await guest.goOn();
  await guest.page.waitForURL(/\/contact$/);
  await onStep('contact');
  await guest.fill('email', 'ingrid@solheim.example');
  await guest.fill('phone', '+47 22 12 34 56');
  await guest.goOn();
  await guest.page.waitForURL(/\/document$/);
  await onStep('document');
  await guest.choose('documentType', 'passport');
  await guest.fill('documentNumber', 'CCX1234567');
  await guest.choose('documentIssuingCountry', 'NO');
  await guest.fillDate('documentIssuedOn', '2020-01-05');
  await guest.fillDate('documentExpiresOn', '2030-01-05');
  await guest.goOn();
  await guest.page.waitForURL(/\/stay$/);
  await onStep('stay');
  await guest.goOn();
  await guest.page.waitForURL(/\/(companions|consent)$/);
  if (!guest.page.url().endsWith('/companions')) return;
  await onStep('companions');
  await guest.goOn();
  await guest.page.waitForURL(/\/consent$/);
}

export async function agreeAndSend(guest: Guest, url: string): Promise<void> {
  await guest.tick('consent.privacy');
  await guest.goOn();
  await guest.page.waitForURL(url);
}

/** How far the page is wider than the window: nothing, or somebody has to scroll sideways. */
export function measureOverflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
