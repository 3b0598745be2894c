import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchChromium } from '../../support/browser/chromium.ts';
import type { Hotel } from '../../support/hotel.ts';
import { bookAsked, openFormHotel } from './form-hotel.ts';
import { type Guest, openGuest, phone } from './guest.ts';

let hotel: Hotel;
let browser: Browser;

beforeAll(async () => {
  [hotel, browser] = await Promise.all([openFormHotel(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await hotel.close();
});

/** Name of what has the focus, and whether somebody who looks can tell: marked, and within the window. */
const lookAtFocus = `(() => {
  const element = document.activeElement;
  const place = element.getBoundingClientRect();
  const isMarked = (one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  const isWithin = place.bottom > 0 && place.top < innerHeight;
  const name = element.name || element.getAttribute('href') || element.tagName;
  const type = element.value === undefined || element.tagName !== 'BUTTON' ? '' : element.value;
  return { name, type, isSeen: isWithin && (isMarked(element) || isMarked(element.closest('label') ?? element)) };
})()`;

interface Focus {
  readonly name: string;
  readonly type: string;
  readonly isSeen: boolean;
}

const mostTabs = 40;

/** Presses Tab until what has this name has the focus. Every stop on the way has to be seen. */
async function tabTo({ page }: Guest, isThere: (focus: Focus) => boolean, what: string): Promise<void> {
  for (let presses = 0; presses < mostTabs; presses += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate<Focus>(lookAtFocus);
    if (!focus.isSeen)
      throw new Error(`Nobody sees that ${focus.name} has the focus on ${page.url().split('/').at(-1)}.`);
    if (isThere(focus)) return;
  }
  throw new Error(`${what} is not reached.`);
}

const toField = (guest: Guest, field: string) => tabTo(guest, ({ name }) => name === field, field);

async function type(guest: Guest, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, value] of Object.entries(values)) {
    await toField(guest, field);
    await guest.page.keyboard.type(value);
  }
}

async function pressContinue(guest: Guest, next: RegExp): Promise<void> {
  await tabTo(guest, ({ name, type: value }) => name === 'BUTTON' && value === '', 'the button');
  await guest.page.keyboard.press('Enter');
  await guest.page.waitForURL(next);
}

const ways: readonly (readonly [string, BrowserContextOptions])[] = [
  ['on a phone', phone],
  ['on a phone whose browser runs no scripts', { ...phone, javaScriptEnabled: false }],
];

test.each(ways)('by Tab, Space, letters and Enter alone a guest gets to the end %s', async (_way, options) => {
  const { url, guestId } = await bookAsked(hotel);
  const guest = await openGuest(browser, options);
  const { keyboard } = guest.page;
  await guest.page.goto(url);
  await type(guest, { 'birthDate.day': '9', 'birthDate.month': '2', 'birthDate.year': '1984' });
  await toField(guest, 'gender');
  await keyboard.press('Space');
  await type(guest, { nationality: 'Norw' });
  await pressContinue(guest, /\/contact$/);
  await type(guest, { email: 'ingrid@solheim.example' });
  await keyboard.press('Enter');
  await guest.page.waitForURL(/\/document$/);
  await type(guest, { documentType: 'Pass', documentNumber: 'CCX1234567', documentIssuingCountry: 'Norw' });
  for (const [date, year] of Object.entries({ documentIssuedOn: '2020', documentExpiresOn: '2031' })) {
    await type(guest, { [`${date}.day`]: '5', [`${date}.month`]: '1', [`${date}.year`]: year });
  }
  await pressContinue(guest, /\/stay$/);
  await pressContinue(guest, /\/consent$/);
  await toField(guest, 'consent.privacy');
  await keyboard.press('Space');
  await pressContinue(guest, new RegExp(`${url}$`));
  expect(await guest.page.locator('h1').innerText()).toMatch(/^Thank you/);
  await hotel.untilShown(guestId, { form_email: 'ingrid@solheim.example' });
  expect(hotel.sandbox.world.readGuest(guestId).details).toMatchObject({
    ...{ birthDate: '1984-02-09', gender: 'F', documentType: 'passport', documentNumber: 'CCX1234567' },
    ...{ documentIssuingCountry: 'NO', documentExpirationDate: '2031-01-05' },
  });
  await guest.leave();
});
