import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchChromium } from '../../support/browser/chromium.ts';
import type { Hotel } from '../../support/hotel.ts';
import { bookAsked, everything, openFormHotel } from './form-hotel.ts';
import { agreeAndSend, desk, type Guest, openGuest, phone, walkToReview } from './guest.ts';

const folder = fileURLToPath(new URL('../../../docs/images/form/', import.meta.url));

interface Look {
  readonly name: string;
  readonly options: BrowserContextOptions;
}

const looks: readonly Look[] = [
  { name: 'phone', options: phone },
  { name: 'phone-dark', options: { ...phone, colorScheme: 'dark' } },
  { name: 'phone-ar', options: { ...phone, locale: 'ar' } },
  { name: 'phone-ja', options: { ...phone, locale: 'ja' } },
  { name: 'desk', options: desk },
];

/** Every step of the guest's form, in each look, into docs/images/form/. */
export async function takeFormScreenshots(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const [hotel, browser] = await Promise.all([openFormHotel(), launchChromium()]);
  try {
    for (const look of looks) await takeLook(hotel, browser, look);
    await takeLocked(browser);
  } finally {
    await browser.close();
    await hotel.close();
  }
}

async function takeLook(hotel: Hotel, browser: Browser, { name, options }: Look): Promise<void> {
  const { url } = await bookAsked(hotel, { adults: 2 });
  const guest = await openGuest(browser, options);
  const take = (page: string) => shoot(guest, `${page}-${name}`);
  await guest.page.goto(url);
  await walkToReview(guest, take);
  await take('review');
  await agreeAndSend(guest, url);
  await guest.page.locator('.state:not([data-waiting])').waitFor();
  await take('sent');
  await guest.page.goto(`${url}/rights`);
  await take('rights');
  if (name !== 'phone') return guest.page.context().close();
  const other = await bookAsked(hotel);
  await guest.page.goto(other.url);
  await guest.fillDate('birthDate', '2023-2-29');
  await guest.goOn();
  await guest.page.locator('.summary').waitFor();
  await take('problems');
  await guest.page.goto(`${url}/privacy`);
  await take('privacy');
  await guest.page.goto(`${url}x`);
  await take('wrong-link');
  return guest.page.context().close();
}

/** The second factor, as a property of another colour asks for it. */
async function takeLocked(browser: Browser): Promise<void> {
  const hotel = await openFormHotel(
    everything.replace('ask: always', "ask: always\n    secondFactor: arrival_date\n    look: { colour: '#9c2f5e' }"),
  );
  try {
    const { url } = await bookAsked(hotel);
    const guest = await openGuest(browser);
    await guest.page.goto(url);
    await shoot(guest, 'unlock-phone');
    await guest.page.context().close();
  } finally {
    await hotel.close();
  }
}

/** The window is made as high as the page, so that what sticks to its lower edge stands where it ends. */
async function shoot({ page }: Guest, name: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
  await page.screenshot({ path: `${folder}${name}.jpg`, type: 'jpeg', quality: 60, caret: 'initial' });
  await page.setViewportSize(size);
}
