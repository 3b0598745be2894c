import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium, listAxeProblems } from '../../support/browser/chromium.ts';
import { addBuriedJob } from '../../unit/http/http-fixture.ts';
import { leave, openDoor, phoneSize } from './desk.ts';
import { type Office, openAdministration, openOffice } from './office.ts';

const password = 'a long sentence to sign in with';
const phone: BrowserContextOptions = { viewport: phoneSize, colorScheme: 'dark' };

let office: Office;
let browser: Browser;
const pages: Page[] = [];

beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice(), launchChromium()]);
});

afterEach(async () => {
  for (const page of pages.splice(0)) await leave(page);
});

afterAll(async () => {
  await browser.close();
  await office.close();
});

async function openPart(section: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openAdministration(browser, office, { section, ...options });
  pages.push(page);
  return page;
}

const toCode = (secret: string, timestamp: number) =>
  new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate({ timestamp });

/** The door, by the link that was mailed. */
async function followLink(email: string): Promise<Page> {
  const { parsed } = await office.untilMailed(email);
  const page = await openDoor(browser, office, phone);
  pages.push(page);
  await page.goto(/https?:\S+\/#\/link\/\S+/.exec(parsed.text ?? '')?.[0] ?? '');
  await page.reload();
  return page;
}

test('whoever is invited follows the mailed link, sets up an authenticator and signs in with it; the desk sees nothing of all this', async () => {
  const email = 'ines@hotel.example';
  const admin = await openPart('Users');
  await admin.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Ines Duarte');
  await dialog.getByLabel('E-mail').fill('nobody');
  expect(await listAxeProblems(admin)).toEqual([]);
  await dialog.getByRole('button', { name: 'Invite somebody' }).click();
  await dialog.getByText('This cannot be taken.').waitFor();
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByRole('button', { name: 'Invite somebody' }).click();
  await dialog.getByText(`A link was mailed to ${email}`).waitFor();

  const ines = await followLink(email);
  await ines.getByLabel('New password').fill('Ines Duarte at the desk');
  await ines.keyboard.press('Enter');
  await ines.getByText('It must not contain your name').waitFor();
  await ines.getByLabel('New password').fill(password);
  await ines.keyboard.press('Enter');
  await ines.getByRole('link', { name: 'Arrivals' }).waitFor();
  expect(await ines.getByRole('link', { name: 'Admin', exact: true }).count()).toBe(0);
  await ines.goto(`${office.hotel.url()}/#/${office.propertyId}/administration/users`);
  await ines.reload();
  await ines.getByRole('heading', { level: 1, name: 'Tonight' }).waitFor();

  await ines.getByRole('button', { name: /sign out/ }).click();
  await ines.getByRole('link', { name: 'Your account' }).click();
  const card = ines.getByRole('region', { name: 'Authenticator' });
  await card.getByLabel('Your password now').fill(password);
  await card.getByRole('button', { name: 'Set it up' }).click();
  await card.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
  expect(await listAxeProblems(ines)).toEqual([]);
  const secret = await card.getByRole('group', { name: 'Secret to type in' }).innerText();
  await card.getByRole('textbox', { name: 'Code' }).fill(toCode(secret, Date.now()));
  await card.getByRole('button', { name: 'Switch it on' }).click();
  await card.getByRole('heading', { name: 'Recovery codes' }).waitFor();
  await card.getByRole('button', { name: 'I have kept them' }).click();
  await ines.getByRole('button', { name: /sign out/ }).click();
  await ines.getByRole('button', { name: 'Sign out', exact: true }).click();
  await ines.getByLabel('E-mail').fill(email);
  await ines.getByLabel('Password').fill(password);
  await ines.keyboard.press('Enter');
  await ines.getByLabel('Code').fill(toCode(secret, Date.now() + 30_000));
  await ines.keyboard.press('Enter');
  await ines.getByRole('link', { name: 'Arrivals' }).waitFor();
});

test('a change that meets a newer state saves nothing, and shows that state', async () => {
  const invited = { email: 'ana@hotel.example', name: 'Ana Reis', grants: [{ propertyId: '*', role: 'desk' }] };
  const { body } = await office.hotel.api('POST', '/api/v1/invitations', invited);
  const { user } = body as { readonly user: { readonly id: string } };
  const page = await openPart('Users');
  await page.getByRole('link', { name: 'Ana Reis' }).click();
  await page.getByRole('button', { name: 'Change name and roles' }).click();
  await office.hotel.api('PATCH', `/api/v1/users/${user.id}`, { grants: [{ propertyId: '*', role: 'manager' }] });
  await page.getByRole('dialog').getByLabel('Role', { exact: true }).selectOption('admin');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').getByText('Somebody else changed Ana Reis').waitFor();
  await page.getByText('Manager · All properties').waitFor();
  expect(await listAxeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Disable' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await page.getByText('Disabled', { exact: true }).waitFor();
});

test('a token is shown once, opens what it should, and opens nothing once it is revoked', async () => {
  const page = await openPart('API tokens');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What it is for').fill('Doors of the east wing');
  expect(await listAxeProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Make a token' }).click();
  const secret = await dialog.getByRole('group', { name: 'The token' }).innerText();
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  const ask = () =>
    fetch(`${office.hotel.url()}/api/v1/properties/${office.propertyId}/screenings`, {
      headers: { authorization: `Bearer ${secret}` },
    });
  expect((await ask()).status).toBe(200);
  expect(await page.content()).not.toContain(secret);
  await page.getByRole('button', { name: 'Revoke Doors of the east wing' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('button', { name: 'Revoke Doors of the east wing' }).waitFor({ state: 'detached' });
  expect((await ask()).status).toBe(401);
  await page.getByRole('link', { name: 'Audit log' }).click();
  await page.getByLabel('What').selectOption({ label: 'Revoked a token' });
  await page.locator('li', { hasText: 'Revoked a token' }).waitFor();
  expect(await page.locator('li', { hasText: 'Made a token' }).count()).toBe(0);
  expect(await listAxeProblems(page)).toEqual([]);
});

test('a job that was given up is tried again', async () => {
  await addBuriedJob(office.store);
  const page = await openPart('Jobs', phone);
  await page.getByText('The PMS does not take our key.').waitFor();
  expect(await listAxeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Try again: Look for changes in the PMS' }).click();
  await page.getByText('Nothing was given up.').waitFor();
});

test('an own list is refused cell by cell, and taken once it can be understood', async () => {
  const page = await openPart('Watchlists', phone);
  await page.getByRole('button', { name: 'Give an own list' }).click();
  const dialog = page.getByRole('dialog');
  const give = async (csv: string) => {
    const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await dialog.getByLabel('File').setInputFiles(file);
    await dialog.getByLabel('Birth date').waitFor();
    await dialog.getByRole('button', { name: 'Give an own list' }).click();
  };
  await give('Name,Born\nMaria Example,yesterday\n');
  await dialog.getByRole('cell', { name: 'This is no date' }).waitFor();
  expect(await listAxeProblems(page)).toEqual([]);
  await give('Name,Born\nMaria Example,1970-03-15,x\n');
  await dialog.getByRole('cell', { name: 'A cell too many' }).waitFor();
  await give('Name,Born\nMaria Example,1970-03-15\n');
  await page.locator('li', { hasText: 'The property’s own list' }).getByText('1 person').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
});
