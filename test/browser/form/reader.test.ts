import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../support/browser/chromium.ts';
import type { Hotel } from '../../support/hotel.ts';
import { bookAsked, openFormHotel } from './form-hotel.ts';
import { openGuest } from './guest.ts';

let hotel: Hotel;
let browser: Browser;

beforeAll(async () => {
  [hotel, browser] = await Promise.all([openFormHotel(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await hotel.close();
});

/** ICAO 9303's own specimen, with Norway in place of its invented country: check digits do not cover it. */
const zone = ['P<NORERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36NOR7408122F1204159ZE184226B<<<<<10'];

test('the camera reads a passport in the browser: nothing is fetched before, and no picture is ever sent', async () => {
  const { url } = await bookAsked(hotel);
  const guest = await openGuest(browser);
  const picture = await drawPassport(browser, zone);
  const requests: string[] = [];
  guest.page.on('request', (request) => {
    requests.push(`${request.method()} ${new URL(request.url()).pathname} ${request.postDataBuffer()?.length ?? 0}`);
  });
  await guest.page.goto(`${url}/document`);
  expect(requests.filter((request) => /tesseract|traineddata|read-into/.test(request))).toEqual([]);

  await guest.page.setInputFiles('#reader-picture', { name: 'p.png', mimeType: 'image/png', buffer: picture });
  await guest.page.getByText('Done. Please check what was filled in.').waitFor();

  const read = (name: string) => guest.page.inputValue(`main [name="${name}"]`);
  expect(await read('documentType')).toBe('passport');
  expect(await read('documentNumber')).toBe('L898902C3');
  expect(await read('documentIssuingCountry')).toBe('NO');
  expect(await read('documentExpiresOn.year')).toBe('2012');
  expect(await guest.page.evaluate('Object.keys(sessionStorage)')).toEqual([]);
  await guest.fillDate('documentIssuedOn', '2007-04-15');
  await guest.goOn();
  await guest.page.waitForURL(/\/stay$/);
  const posts = requests.filter((request) => request.startsWith('POST'));
  expect(posts).toHaveLength(1);
  // Fields and what divides them; the picture has many times as much.
  expect(Number(posts[0]?.split(' ').at(-1))).toBeLessThan(4_000);
  expect(picture.length).toBeGreaterThan(20_000);
  await guest.leave();
});

test('read at the first step, the document fills in that step and the one that asks for it', async () => {
  const { url } = await bookAsked(hotel);
  const guest = await openGuest(browser);
  const picture = await drawPassport(browser, zone);
  await guest.page.goto(url);
  await guest.page.setInputFiles('#reader-file', { name: 'p.png', mimeType: 'image/png', buffer: picture });
  await guest.page.getByText('Done. Please check what was filled in.').waitFor();
  const read = (name: string) => guest.page.inputValue(`main [name="${name}"]`);
  expect([await read('birthDate.day'), await read('birthDate.month'), await read('birthDate.year')]).toEqual([
    ...['12', '08', '1974'],
  ]);
  expect(await read('nationality')).toBe('NO');
  expect(await guest.page.isChecked('[name=gender][value=F]')).toBe(true);
  expect(await read('firstName')).toBe('Ingrid');
  await guest.goOn();
  await guest.page.waitForURL(/\/contact$/);
  await guest.fill('email', 'ingrid@solheim.example');
  await guest.goOn();
  await guest.page.waitForURL(/\/document$/);
  await guest.page.getByText('Done. Please check what was filled in.').waitFor();
  expect([await read('documentType'), await read('documentNumber'), await read('documentIssuingCountry')]).toEqual([
    ...['passport', 'L898902C3', 'NO'],
  ]);
  expect(await read('documentMrz')).toContain('P<NORERIKSSON');
  expect(await read('documentExpiresOn.year')).toBe('2012');
  await guest.leave();
});

test('what is no document says so, and leaves the fields alone', async () => {
  const { url } = await bookAsked(hotel);
  const guest = await openGuest(browser);
  const picture = await drawPassport(browser, ['THIS IS NO PASSPORT', 'ONLY SOME WORDS']);
  await guest.page.goto(`${url}/document`);
  await guest.page.setInputFiles('#reader-picture', { name: 'p.png', mimeType: 'image/png', buffer: picture });
  await guest.page.getByText('That could not be read.').waitFor();
  expect(await guest.page.inputValue('[name=documentNumber]')).toBe('');
  await guest.leave();
});

async function drawPassport(on: Browser, lines: readonly string[]): Promise<Buffer> {
  const page: Page = await on.newPage();
  await page.setContent('<canvas width="1600" height="1100"></canvas>');
  await page.evaluate(`(() => {
    const ink = document.querySelector('canvas').getContext('2d');
    const box = (colour, ...place) => { ink.fillStyle = colour; ink.fillRect(...place); };
    box('#e9e4d8', 0, 0, 1600, 1100);
    box('#999', 80, 200, 400, 520);
    ink.fillStyle = '#111';
    ink.font = '40px sans-serif';
    ink.fillText('PASSPORT', 80, 120);
    ink.font = 'bold 55px "Liberation Mono", "DejaVu Sans Mono", "Noto Sans Mono", monospace';
    const scale = 1460 / ink.measureText('<'.repeat(44)).width;
    ${JSON.stringify(lines)}.forEach((line, index) => {
      ink.setTransform(scale, 0, 0, 1, 70, 930 + 90 * index);
      ink.fillText(line, 0, 0);
    });
  })()`);
  const picture = await page.locator('canvas').screenshot();
  await page.close();
  return picture;
}
