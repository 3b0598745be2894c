import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../support/browser/chromium.ts';
import { toDaytimeDay } from '../../support/browser/daytime.ts';
import { leave, listNames, open, openDesk, openInvited, phoneSize, rowOf } from './desk.ts';
import { type Evening, openEvening } from './evening.ts';

let evening: Evening;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [evening, browser] = await Promise.all([openEvening(), launchChromium()]);
});

afterEach(() => leave(page));

afterAll(async () => {
  await browser.close();
  await evening.close();
});

const minor = {
  email: 'nina.alonso@post.example',
  phone: '+34 612 34 56 78',
  country: 'ES',
  birthDate: `${Number(toDaytimeDay(0).slice(0, 4)) - 16}-02-11`,
};

const guestIdOf = (lastName: string): string =>
  evening.hotel.sandbox.world.listGuests().find(({ details }) => details.lastName === lastName)?.guestId ?? '';

describe('what the service cannot mend alone', () => {
  test('a manager sees who arrives tonight with a match, takes care of it, and opens the guest', async () => {
    page = await openDesk(browser, evening);
    const strip = page.locator('.alerts');
    await strip.getByText(/\d things need attention/).click();
    const first = strip.locator('li').first();
    await first.getByRole('button', { name: 'I take care of it' }).click();
    await first.getByText('admin takes care of it').waitFor();
    await first.getByRole('link').click();
    await page.getByRole('heading', { level: 2 }).waitFor();
  });

  test('on a phone it takes one line until it is opened', async () => {
    page = await openDesk(browser, evening, { viewport: phoneSize });
    const strip = page.locator('.alerts');
    await strip.waitFor();
    const box = await strip.boundingBox();
    expect(box?.height).toBeLessThan(60);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(phoneSize.width);
  });

  test('who is no manager sees none of it', async () => {
    page = await openInvited(browser, evening, { name: 'Nuno Desk', role: 'reviewer' });
    expect(await page.locator('.alerts').count()).toBe(0);
  });
});

describe('a manager’s review', () => {
  test('decides in three clicks, and the PMS shows it', async () => {
    page = await openDesk(browser, evening);
    await page.getByRole('link', { name: 'To decide' }).click();
    await open(page, 'Lea Marchetti');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('radio', { name: 'Saw the document, it agrees' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.locator('.detail-state').getByText('Approved').waitFor();
    await rowOf(page, 'Lea Marchetti').waitFor({ state: 'detached' });
    await evening.hotel.untilShown(guestIdOf('Marchetti'), { screening_outcome: 'Approved' });
    expect(await page.locator('.timeline').innerText()).toContain('Decision made');
  });

  test('does not decide without a reason', async () => {
    page = await openDesk(browser, evening);
    await open(page, 'Marek Dvorak');
    await page.getByRole('button', { name: 'Decline' }).click();
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Decline' });
    expect(await confirm.isDisabled()).toBe(true);
    await page.getByLabel('In your own words').fill('   ');
    expect(await confirm.isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('says that a guest is not the person on a list, and goes on with the guest as screened anew', async () => {
    page = await openDesk(browser, evening);
    await open(page, 'Yevgeny Vostrikovsky');
    const before = page.url();
    await page.getByText('What speaks for it and against it').click();
    expect(await page.locator('.evidence').innerText()).toContain('For it');
    await page.getByRole('button', { name: 'Not the same person' }).click();
    await page.getByRole('radio', { name: 'The birth date differs, document seen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Not the same person' }).click();
    await page.locator('.detail-state').getByText('Clear').waitFor();
    expect(page.url()).not.toBe(before);
    await evening.hotel.untilShown(guestIdOf('Vostrikovsky'), { screening_outcome: 'Clear' });
  });

  test('is told when the stay has been cancelled meanwhile, and nothing is lost or pretended', async () => {
    page = await openDesk(browser, evening);
    await open(page, 'Marek Dvorak');
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByLabel('In your own words').fill('Owes us for the damage of March');
    await page.route('**/decision', (route) => route.abort());
    await page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    expect(await page.getByLabel('In your own words').inputValue()).toBe('Owes us for the damage of March');
    expect(await page.locator('.detail-state').innerText()).toContain('Flagged');
  });
});

test('a review is handed to somebody else, who finds it among their own and the guest’s card beside it', async () => {
  page = await openInvited(browser, evening, { name: 'Rui Prata', role: 'reviewer' });
  expect(await page.getByRole('link', { name: 'Statistics' }).count()).toBe(0);
  const desk = await openDesk(browser, evening);
  await open(desk, 'Marek Dvorak');
  await desk.getByRole('button', { name: 'More to do' }).click();
  await desk.getByRole('button', { name: 'Hand it to somebody' }).click();
  await desk.getByLabel('Person').selectOption('Rui Prata');
  await desk.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await desk.locator('.detail-head').getByText('Rui Prata looks after it').waitFor();
  await leave(desk);

  await page.getByRole('link', { name: 'To decide' }).click();
  await page.getByRole('button', { name: 'Mine' }).click();
  await open(page, 'Marek Dvorak');
  await page.getByRole('link', { name: "The guest's card" }).click();
  await page.locator('.card-head', { hasText: 'Marek Dvorak' }).waitFor();
  await page.locator('.lines a').first().click();
  await page.locator('.detail-head', { hasText: 'Marek Dvorak' }).waitFor();
});

describe('with the keyboard alone', () => {
  test('somebody walks through the list, decides and comes back', async () => {
    page = await openDesk(browser, evening);
    const names = await listNames(page);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: names[0] ?? '' }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { level: 2, name: names[1] ?? '' }).waitFor();
    await page.keyboard.press('k');
    await page.getByRole('heading', { level: 2, name: 'Marek Dvorak' }).waitFor();
    await page.keyboard.press('d');
    await page.getByRole('dialog').waitFor();
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.detail-state').getByText('Declined').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.detail').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.innerText')).toContain('Marek Dvorak');
  });

  test('the help says what keys do, and switches them off for those who speak to their computer', async () => {
    page = await openDesk(browser, evening);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await page.getByRole('checkbox', { name: 'Single keys do something' }).press('Space');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

test('a decision does not write over that of a colleague who was faster, and shows it', async () => {
  const mainGuest = { ...minor, firstName: 'Nina', lastName: 'Alonso' };
  evening.book({ departsOn: toDaytimeDay(1), mainGuest });
  await evening.hotel.untilIdle();
  page = await openDesk(browser, evening);
  await open(page, 'Nina Alonso');
  const screeningId = page.url().split('/').at(-1) ?? '';
  await page.getByRole('button', { name: 'Approve' }).click();
  const declined = { decision: 'declined', reason: 'Nobody of age comes along' };
  const { status } = await evening.hotel.api('POST', `/api/v1/screenings/${screeningId}/decision`, declined);
  expect(status).toBe(200);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Saw the document, it agrees' }).click();
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await dialog.getByText('Somebody else changed it meanwhile').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('.detail-state').getByText('Declined').waitFor();
  const { body } = await evening.hotel.api('GET', `/api/v1/screenings/${screeningId}`);
  expect(body).toMatchObject({ decision: declined });
});
