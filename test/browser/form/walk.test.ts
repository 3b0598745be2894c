import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchChromium } from '../../support/browser/chromium.ts';
import type { Hotel } from '../../support/hotel.ts';
import { bookAsked, openFormHotel } from './form-hotel.ts';
import { agreeAndSend, desk, openGuest, phone, walkToReview } from './guest.ts';

let hotel: Hotel;
let browser: Browser;

beforeAll(async () => {
  [hotel, browser] = await Promise.all([openFormHotel(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await hotel.close();
});

const ways: readonly (readonly [string, BrowserContextOptions])[] = [
  ['on a phone', phone],
  ['at a desk', desk],
  ['on a phone whose browser runs no scripts', { ...phone, javaScriptEnabled: false }],
];

describe.each(ways)('%s', (_way, options) => {
  test('a guest fills everything in, sends it, and the PMS shows it', async () => {
    const { url, guestId } = await bookAsked(hotel);
    const guest = await openGuest(browser, options);
    await guest.page.goto(url);
    await walkToReview(guest);
    expect(await guest.page.locator('main').innerText()).toMatch(/9 Feb 1984[\s\S]*Norway[\s\S]*CCX1234567/);
    await agreeAndSend(guest, url);
    expect(await guest.page.locator('h1').innerText()).toMatch(/^Thank you/);
    await hotel.untilShown(guestId, { screening_link: '', form_email: 'ingrid@solheim.example' });
    expect(hotel.sandbox.world.readGuest(guestId).details).toMatchObject({
      birthDate: '1984-02-09',
      documentNumber: 'CCX1234567',
      phone: '+4722123456',
    });
    await guest.leave();
  });
});

test('once it has arrived the page says so by itself', async () => {
  const { url } = await bookAsked(hotel);
  const guest = await openGuest(browser);
  await guest.page.goto(url);
  await walkToReview(guest);
  await agreeAndSend(guest, url);
  await guest.page.getByRole('heading', { name: 'There is nothing more to do' }).waitFor();
  await guest.leave();
});

test('in Arabic the form runs from right to left, takes Arabic digits, and is remembered on the next device', async () => {
  const { url } = await bookAsked(hotel, { country: 'EG' });
  const guest = await openGuest(browser);
  await guest.page.goto(url);
  await guest.fill('birthDate.day', '31');
  await guest.page.locator('.languages summary').click();
  await guest.page.locator('button[value=ar]').click();
  await guest.page.locator('html[dir=rtl][lang=ar]').waitFor();
  expect(await guest.page.inputValue('[name="birthDate.day"]')).toBe('31');
  await guest.fillDate('birthDate', '١٩٨٤-٢-٩');
  await guest.tick('gender', 'F');
  await guest.choose('nationality', 'EG');
  await guest.goOn();
  await guest.page.waitForURL(/\/contact$/);
  await guest.leave();

  const other = await openGuest(browser, desk);
  await other.page.goto(`${url}/person`);
  await other.page.locator('html[dir=rtl]').waitFor();
  expect(await other.page.inputValue('[name="birthDate.year"]')).toBe('1984');
  await other.leave();
});

test('a booker invites a companion, whose form opens by the link', async () => {
  const { url } = await bookAsked(hotel, { adults: 2 });
  const guest = await openGuest(browser);
  await guest.page.goto(`${url}/companions`);
  await guest.page.getByText('Invite somebody with a link').click();
  await guest.fill('companionName', "Zoë O'Brien 李");
  await guest.page.getByRole('button', { name: 'Make a link' }).click();
  const link = await guest.page.getByLabel('Their link').inputValue();
  await guest.page.goto(link);
  await guest.page.getByRole('heading', { name: 'Who is coming?' }).waitFor();
  expect(link).not.toBe(url);
  await guest.leave();
});

test('a guest sees what is held, withdraws by one press, and asks a person', async () => {
  const { url } = await bookAsked(hotel);
  const guest = await openGuest(browser);
  await guest.page.goto(url);
  await walkToReview(guest);
  await guest.tick('consent.marketing');
  await agreeAndSend(guest, url);
  await guest.page.goto(`${url}/rights`);
  const marketing = guest.page.locator('.card .fields', { hasText: 'offers' });
  await marketing.getByRole('button', { name: 'Withdraw' }).click();
  await guest.page.getByText('Withdrawn. The hotel is told.').waitFor();
  expect(await marketing.getByRole('button').count()).toBe(0);
  await guest.page.getByRole('button', { name: 'Ask a person' }).click();
  await guest.page.getByText('A person will look at it').waitFor();
  await guest.page.goto(url);
  expect(await guest.page.locator('h1').innerText()).toBe('Thank you. The desk will look at it.');
  await guest.leave();
});
