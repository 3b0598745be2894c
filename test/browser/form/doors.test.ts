import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium, listAxeProblems } from '../../support/browser/chromium.ts';
import { toDay } from '../../support/days.ts';
import type { Hotel } from '../../support/hotel.ts';
import { bookAsked, openFormHotel } from './form-hotel.ts';
import { desk, openGuest } from './guest.ts';

const config = 'defaults: { form: { ask: always, secondFactor: arrival_date } }';

let hotel: Hotel;
let browser: Browser;

beforeAll(async () => {
  [hotel, browser] = await Promise.all([openFormHotel(config), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await hotel.close();
});

test('a form with a second factor shows nothing of the guest before the day of arrival is right', async () => {
  const { url } = await bookAsked(hotel);
  const guest = await openGuest(browser);
  await guest.page.goto(`${url}/person`);
  await guest.page.getByRole('heading', { name: 'Is it you?' }).waitFor();
  expect(await guest.page.content()).not.toMatch(/Ingrid|Solheim/);
  expect(await listAxeProblems(guest.page)).toEqual([]);
  await guest.fillDate('arrivalDate', toDay(9));
  await guest.goOn();
  await guest.page.getByText('This does not match the booking.').first().waitFor();
  expect(await listAxeProblems(guest.page)).toEqual([]);
  expect(await guest.page.content()).not.toMatch(/Ingrid|Solheim/);
  await guest.fillDate('arrivalDate', toDay(3));
  await guest.goOn();
  await guest.page.getByRole('heading', { name: 'Who is coming?' }).waitFor();
  expect(await guest.page.inputValue('[name=lastName]')).toBe('Solheim');
  await guest.page.reload();
  await guest.page.getByRole('heading', { name: 'Who is coming?' }).waitFor();
  await guest.leave();

  const other = await openGuest(browser, { ...desk, locale: 'ar', colorScheme: 'dark' });
  await other.page.goto(`${url}/person`);
  await other.page.locator('html[dir=rtl] [name="arrivalDate.day"]').waitFor();
  expect(await listAxeProblems(other.page)).toEqual([]);
  await other.leave();
});

test("the desk's own link asks for no second factor, says who is writing, and leaves the guest's link locked", async () => {
  const { url, guestId } = await bookAsked(hotel);
  const screeningId = await findScreeningId(guestId);
  const { status, body } = await hotel.api('POST', `/api/v1/screenings/${screeningId}/form/desk-link`);
  const own = (body as { readonly url: string }).url;
  expect({ status, isSame: own === url }).toEqual({ status: 201, isSame: false });
  const staff = await openGuest(browser, desk);
  await staff.page.goto(own);
  await staff.page.getByRole('heading', { name: 'Who is coming?' }).waitFor();
  await staff.page.getByRole('note').getByText('together with the guest').waitFor();
  await staff.page.goto(url);
  await staff.page.getByRole('heading', { name: 'Is it you?' }).waitFor();
  await staff.leave();
});

async function findScreeningId(guestId: string): Promise<string> {
  const { body } = await hotel.api('GET', `/api/v1/properties/${hotel.sandbox.propertyId}/screenings?limit=200`);
  const { items } = body as { readonly items: readonly { readonly id: string; readonly guestId: string }[] };
  return items.find((item) => item.guestId === guestId)?.id ?? '';
}
