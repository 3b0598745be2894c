import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { composeFormPages } from '../../../src/compose/compose-forms.ts';
import { systemClock } from '../../../src/clock/system-clock.ts';
import type { GuestForms } from '../../../src/screening/form/guest-form.ts';
import { launchChromium, listAxeProblems } from '../../support/browser/chromium.ts';
import { daytimeZone, toDaytimeDay } from '../../support/browser/daytime.ts';
import { eventually } from '../../support/eventually.ts';
import { fillIn } from '../../support/form-desk.ts';
import { toFormParts } from '../../support/form-parts.ts';
import { type Hotel, openHotel, toSettings } from '../../support/hotel.ts';
import { leave, listNames, open, openDesk, openInvited } from './desk.ts';

const config = 'defaults: { form: { ask: always, fields: { nationality: off, phone: off, purpose: optional } } }';

const property = { name: 'Hotel Miradouro', timezone: daytimeZone, city: 'Lisbon', country: 'PT' };

let hotel: Hotel;
let forms: GuestForms;
let browser: Browser;

beforeAll(async () => {
  [hotel, browser] = await Promise.all([
    openHotel({ config, clock: systemClock, sandbox: { properties: [property] } }),
    launchChromium(),
  ]);
  await hotel.start({
    wrapStore: (store) => {
      const parts = toFormParts(toSettings(hotel.environment, config), store, systemClock);
      ({ forms } = composeFormPages(parts, undefined));
      return store;
    },
  });
});

afterAll(async () => {
  await browser.close();
  await hotel.close();
});

test('staff read how the form stands, what the guest wrote and asks for, and say that it was seen to', async () => {
  const { token } = await bookAsked('Ingrid', 'Solheim');
  await fillIn(forms, token, { email: 'ingrid@solheim.example', arrivalTime: '16:30', purpose: 'family' });
  await forms.askPerson({ token }, 'Please read my letter.');
  const desk = await openGuest('Ingrid Solheim');
  const part = partOf(desk);
  await part.getByText('The guest has sent it.').waitFor();
  await part.getByText(/^Sent by the guest: /).waitFor();
  await part.getByText(/^The PMS shows this since /).waitFor();
  await part.getByText('What the guest wrote').click();
  expect((await part.locator('.form-answers').innerText()).replace(/\s+/g, ' ')).toMatch(/16:30.*Family or friends/i);
  expect(await listAxeProblems(desk)).toEqual([]);
  await desk.getByRole('link', { name: 'To decide' }).click();
  await desk.locator('.guest-requests .row', { hasText: 'Ingrid Solheim' }).click();
  await part.getByText('Please read my letter.').waitFor();
  expect(await listAxeProblems(desk)).toEqual([]);
  await part.getByText('What the guest wrote').click();
  await part.getByRole('button', { name: 'I have seen to it' }).click();
  await part.getByText("The guest's request was seen to").waitFor();
  await desk.locator('.guest-requests').waitFor({ state: 'detached' });
  await untilFocused(desk);
  expect(await part.locator('.form-answers').isVisible()).toBe(true);
  await leave(desk);
});

test('what the guest asks while staff press that they have seen to it is shown, and stays to be seen to', async () => {
  const { token } = await bookAsked('Astrid', 'Solheim');
  await forms.askPerson({ token }, 'Please read my letter.');
  const desk = await openGuest('Astrid Solheim');
  const part = partOf(desk);
  await part.getByText('Please read my letter.').waitFor();
  await desk.route(
    '**/form/attend',
    async (route) => {
      await forms.askPerson({ token }, 'It is urgent.');
      await route.continue();
    },
    { times: 1 },
  );
  const attend = part.getByRole('button', { name: 'I have seen to it' });
  await attend.click();
  await part.getByText('It is urgent.').waitFor();
  await part.getByText(/^Somebody else changed it meanwhile/).waitFor();
  await attend.click();
  await part.getByText("The guest's request was seen to").waitFor();
  await leave(desk);
});

test('staff read why the PMS took something not, and tell it again', async () => {
  const { token, reservationId, guestId } = await bookAsked('Olav', 'Nordahl', 2);
  const companion = { revision: 0, language: 'en', values: { firstName: 'Kari', lastName: 'Nordahl', country: 'NO' } };
  const opening = await forms.openByToken({ token });
  const revision = opening?.kind === 'open' ? opening.session.revision : -1;
  await forms.addCompanion({ token }, { ...companion, revision });
  const elseId = hotel.sandbox.world.addGuest(reservationId, {
    firstName: 'Somebody',
    lastName: 'Else',
    country: 'NO',
  });
  await fillIn(forms, token, { email: 'olav@nordahl.example' });
  await hotel.untilShown(guestId, { form_email: 'olav@nordahl.example' });
  const desk = await openGuest('Olav Nordahl');
  const part = partOf(desk);
  await part.getByText('The booking has no room for another guest.').waitFor();
  hotel.sandbox.world.removeGuest(reservationId, elseId);
  await hotel.untilIdle();
  // What changes next is announced in its place.
  const announced = desk.locator('[role=status]', { hasText: 'The PMS is being told.' });
  await Promise.all([
    announced.waitFor({ state: 'attached' }),
    part.getByRole('button', { name: 'Tell the PMS again' }).click(),
  ]);
  await part.getByText('The booking has no room for another guest.').waitFor({ state: 'detached' });
  await untilFocused(desk);
  await leave(desk);
});

test('the link is withdrawn only once somebody said so twice', async () => {
  const { guestId } = await bookAsked('Sigrid', 'Halvorsen');
  const desk = await openGuest('Sigrid Halvorsen');
  const part = partOf(desk);
  await part.getByRole('button', { name: 'Withdraw the link' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await part.getByRole('button', { name: 'Copy the link' }).waitFor();
  await part.getByRole('button', { name: 'Withdraw the link' }).click();
  await dialog.getByRole('button', { name: 'Withdraw the link' }).click();
  await part.getByRole('button', { name: 'Withdraw the link' }).waitFor({ state: 'detached' });
  await untilFocused(desk);
  await hotel.untilShown(guestId, { screening_link: '' });
  await leave(desk);
});

test('a form that cannot be read is not shown as one that nobody asked for', async () => {
  await bookAsked('Ragna', 'Lunde');
  const desk = await openDesk(browser, { hotel } as never);
  await desk.route('**/api/v1/screenings/*/form', (route) => route.abort());
  await open(desk, 'Ragna Lunde');
  const part = partOf(desk);
  await part.getByRole('alert').waitFor();
  expect(await part.innerText()).not.toContain('has not been asked for anything');
  await desk.unroute('**/api/v1/screenings/*/form');
  await part.getByRole('button', { name: 'Try again' }).click();
  await part.getByRole('button', { name: 'Withdraw the link' }).waitFor();
  expect(await part.getByRole('alert').count()).toBe(0);
  await leave(desk);
});

test('the desk, which decides about nobody, sees who asks for a person and nothing else', async () => {
  const { token } = await bookAsked('Astrid', 'Moen');
  const { propertyId } = hotel.sandbox;
  const desk = await openInvited(browser, { hotel, propertyId } as never, { name: 'Dora Desk', role: 'desk' });
  await desk.getByRole('link', { name: 'To decide' }).click();
  await desk.getByText('No guest asks for a person.').waitFor();
  expect(await desk.getByRole('alert').count()).toBe(0);
  expect(await desk.getByRole('button', { name: 'Mine' }).count()).toBe(0);
  await forms.askPerson({ token }, 'Please call me.');
  await open(desk, 'Astrid Moen');
  await partOf(desk).getByText('Please call me.').waitFor();
  await leave(desk);
});

test('the keyboard walks past a guest who both asks for a person and is to be decided about', async () => {
  const reason = 'Left without paying';
  const ban = { kind: 'ban', names: ['Gunnar Twice', 'Gunnar Later'], emails: ['gunnar@post.example'], reason };
  await hotel.api('POST', `/api/v1/properties/${hotel.sandbox.propertyId}/house-list`, ban);
  const mainGuest = { firstName: 'Gunnar', email: 'gunnar@post.example', country: 'NO' };
  const [twice] = [0, 1].map((day) => {
    const stay = { arrivesOn: toDaytimeDay(day), departsOn: toDaytimeDay(day + 2) };
    const lastName = day === 0 ? 'Twice' : 'Later';
    return hotel.sandbox.world.book({ ...stay, mainGuest: { ...mainGuest, lastName } }).guestIds[0];
  });
  await forms.askPerson({ token: await untilAsked(twice ?? '') }, 'Please read my letter.');
  await hotel.untilIdle();
  const desk = await openDesk(browser, { hotel } as never);
  await desk.getByRole('link', { name: 'To decide' }).click();
  const names = desk.locator('.row-name', { hasText: 'Gunnar' });
  await names.nth(2).waitFor();
  expect((await listNames(desk)).slice(-2)).toEqual(['Gunnar Twice', 'Gunnar Later']);
  await desk.locator('.guest-requests .row', { hasText: 'Gunnar Twice' }).focus();
  await desk.keyboard.press('Enter');
  await desk.getByRole('heading', { level: 2, name: 'Gunnar Twice' }).waitFor();
  await desk.keyboard.press('j');
  await desk.keyboard.press('j');
  await desk.getByRole('heading', { level: 2, name: 'Gunnar Later' }).waitFor();
  await desk.keyboard.press('k');
  await desk.getByRole('heading', { level: 2, name: 'Gunnar Twice' }).waitFor();
  await desk.keyboard.press('Escape');
  await desk.locator('.detail').waitFor({ state: 'detached' });
  const isInQueue = 'document.activeElement.matches(".row:not(.guest-requests *)")';
  await eventually(() => desk.evaluate(isInQueue), { what: 'the row in the queue' });
  await leave(desk);
});

test('staff read what the other one of two merged guests answered otherwise', async () => {
  const one = await bookAsked('Anna', 'Lindqvist', 2);
  const twin = { firstName: 'Annika', lastName: 'Lindqvist', country: 'SE' };
  const otherId = hotel.sandbox.world.addGuest(one.reservationId, twin);
  const other = await untilAsked(otherId);
  await fillIn(forms, other, { birthDate: '1971-03-04', email: 'anna@lindqvist.example' });
  await fillIn(forms, one.token, { birthDate: '1984-02-09', email: 'anna@lindqvist.example' });
  hotel.sandbox.world.mergeGuests(otherId, one.guestId);
  await hotel.untilIdle();
  const desk = await openGuest('Anna Lindqvist');
  const aside = partOf(desk).locator('.form-aside');
  await aside.getByText('4 Mar 1971').waitFor();
  expect(await aside.innerText()).not.toContain('1984');
  expect(await listAxeProblems(desk)).toEqual([]);
  await leave(desk);
});

async function bookAsked(firstName: string, lastName: string, adults = 1) {
  const mainGuest = { firstName, lastName, email: `${firstName}.1234@guest.booking.com`.toLowerCase(), country: 'NO' };
  const stay = { arrivesOn: toDaytimeDay(0), departsOn: toDaytimeDay(2), adults };
  const { guestIds, reservationId } = hotel.sandbox.world.book({ ...stay, mainGuest });
  const [guestId] = guestIds;
  return { guestId, reservationId, token: await untilAsked(guestId) };
}

async function untilAsked(guestId: string): Promise<string> {
  return eventually(
    () => /[\w-]{43}$/.exec(hotel.sandbox.world.readGuest(guestId).customFields.screening_link ?? '')?.[0],
    { what: `the form of guest ${guestId}` },
  );
}

async function openGuest(name: string): Promise<Page> {
  const desk = await openDesk(browser, { hotel } as never);
  await open(desk, name);
  return desk;
}

function partOf(desk: Page) {
  return desk.getByRole('region', { name: "The guest's form" });
}

/** The part's heading, once the button that was pressed is gone. */
async function untilFocused(desk: Page): Promise<void> {
  await eventually(async () => (await desk.evaluate('document.activeElement.innerText')) === "The guest's form", {
    what: 'the focus on the heading of the form',
  });
}
