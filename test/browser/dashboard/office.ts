import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { systemClock } from '../../../src/clock/system-clock.ts';
import type { Store } from '../../../src/ports/store.ts';
import { eventually } from '../../support/eventually.ts';
import { adminToken, type Hotel, openHotel } from '../../support/hotel.ts';
import { type CaughtMail, type MailServer, startMailServer } from '../../support/mail-server.ts';
import { openDoor } from './desk.ts';

/** A hotel without guests, with a mail server: for those who look after users, tokens, jobs and lists. */
export interface Office {
  readonly hotel: Hotel;
  readonly propertyId: string;
  readonly store: Store;
  /** The mails to an address, once there are so many. */
  untilMailed(email: string, count?: number): Promise<CaughtMail>;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  const mails: MailServer = await startMailServer();
  const environment = { SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'desk@hotel.example' };
  const property = { name: 'Hotel Miradouro', timezone: 'Europe/Lisbon', city: 'Lisbon', country: 'PT' };
  const hotel = await openHotel({ environment, clock: systemClock, sandbox: { properties: [property] } });
  let store: Store | undefined;
  const wrapStore = (opened: Store) => {
    store = opened;
    return opened;
  };
  await hotel.start({ wrapStore });
  await hotel.untilIdle();
  if (store === undefined) throw new Error('The service opened no store.');
  return {
    hotel,
    store,
    propertyId: hotel.sandbox.propertyId,
    untilMailed: (email, count = 1) =>
      eventually(() => mails.caught.filter(({ recipients }) => recipients.includes(email))[count - 1], {
        what: `mail ${count} to ${email}`,
      }),
    close: async () => {
      await hotel.close();
      await mails.close();
    },
  };
}

/** Signed in with the admin token, at a part of the administration. */
export async function openAdministration(
  browser: Browser,
  office: Office,
  { section, ...options }: BrowserContextOptions & { readonly section: string },
): Promise<Page> {
  const page = await openDoor(browser, office, options);
  await page.getByRole('button', { name: 'Use the admin token' }).click();
  await page.getByLabel('Admin token').fill(adminToken);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Admin', exact: true }).click();
  await page.getByRole('link', { name: section, exact: true }).click();
  await page.getByRole('region', { name: section, exact: true }).waitFor();
  return page;
}
