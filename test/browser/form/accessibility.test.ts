import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium, listAxeProblems } from '../../support/browser/chromium.ts';
import type { Hotel } from '../../support/hotel.ts';
import { bookAsked, openFormHotel } from './form-hotel.ts';
import { agreeAndSend, desk, measureOverflow, openGuest, phone, walkToReview } from './guest.ts';

let hotel: Hotel;
let browser: Browser;

beforeAll(async () => {
  [hotel, browser] = await Promise.all([openFormHotel(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await hotel.close();
});

const languages = ['en', 'ar', 'ja', 'ml'] as const;
const themes = ['light', 'dark'] as const;
const looks = languages.flatMap((language) => themes.map((theme) => [language, theme] as const));

describe.each(looks)('in %s, %s', (language, colorScheme) => {
  test('axe finds nothing on any page, and nothing is wider than the window', async () => {
    const { url } = await bookAsked(hotel, { adults: 2 });
    const size = language === 'ja' ? desk : phone;
    const guest = await openGuest(browser, { ...size, colorScheme, locale: language });
    const found: string[] = [];
    const look = async (name: string) => {
      const problems = await listAxeProblems(guest.page);
      found.push(...problems.map((problem) => `${name}: ${problem}`));
      if ((await measureOverflow(guest.page)) > 0) found.push(`${name} is too wide`);
    };
    await guest.page.goto(url);
    await guest.goOn();
    await guest.page.locator('.summary').waitFor();
    await look('problems');
    await walkToReview(guest, look);
    await look('review');
    await agreeAndSend(guest, url);
    await look('sent');
    for (const page of ['rights', 'privacy']) {
      await guest.page.goto(`${url}/${page}`);
      await look(page);
    }
    await guest.page.goto(`${url}x`);
    await look('wrong link');
    expect(found).toEqual([]);
    await guest.leave();
  });
});
