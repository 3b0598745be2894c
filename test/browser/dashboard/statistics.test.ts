import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { components } from '../../../openapi/service.generated.ts';
import { plusDays } from '../../../src/domain/statistics/time-steps.ts';
import { launchChromium } from '../../support/browser/chromium.ts';
import { leave, openDesk } from './desk.ts';
import { toDaytimeDay } from '../../support/browser/daytime.ts';
import { type Evening, openEvening } from './evening.ts';

type Schemas = components['schemas'];

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

async function read<Body>(path: string): Promise<Body> {
  const { status, body } = await evening.hotel.api('GET', path);
  expect(status).toBe(200);
  return body;
}

async function openStatistics(): Promise<void> {
  page = await openDesk(browser, evening);
  await page.getByRole('link', { name: 'Statistics' }).click();
  await page.getByRole('heading', { level: 1, name: 'Statistics' }).waitFor();
}

const tileOf = (name: string) => page.locator(`[data-tile=${name}]`).innerText();
const cardOf = (title: string) => page.locator('.figure', { has: page.getByRole('heading', { name: title }) });
const rowsOf = async (title: string) => {
  const rows = await cardOf(title).locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
};

test('what is on the screen is what the API tells, in the tiles, in the charts and in the tables behind them', async () => {
  await openStatistics();
  await page.locator('.tiles').waitFor();
  const to = toDaytimeDay(0);
  const query = `from=${plusDays(to, -29)}&to=${to}&properties=${evening.propertyId}`;
  const figures = await read<Schemas['Statistics']>(`/api/v1/statistics?${query}&step=day`);
  expect(figures.stays).toBeGreaterThan(10);
  const shares = { cleared: figures.clearedWithoutPerson, review: figures.review, known: figures.knownGuests };
  for (const [name, { count, of, share }] of Object.entries(shares)) {
    expect(await tileOf(name)).toContain(`${count} of ${of}`);
    expect(await tileOf(name)).toContain(share === null ? '–' : `${Math.round(share * 100)}%`);
  }

  const chart = cardOf('Outcomes over time');
  expect(await chart.getByRole('img').getAttribute('aria-label')).toMatch(/^Outcomes over time\. Stays a day/);
  await chart.getByText('Show as a table').focus();
  await page.keyboard.press('Enter');
  const rows = await rowsOf('Outcomes over time');
  expect(rows).toHaveLength(30);
  const { clear, approved, review, flagged, declined } = figures.outcomes;
  expect(rows.at(-1)?.slice(1)).toEqual([clear, approved, review, flagged, declined, figures.stays].map(String));
  expect(rows[0]?.slice(1)).toEqual(['0', '0', '0', '0', '0', '0']);
  expect((await rowsOf('Cleared without a person'))[0]?.slice(1)).toEqual(['–', '0']);
  expect(await rowsOf('Reasons')).toHaveLength(figures.reasons.length);

  const health = await read<Schemas['ScreeningHealth']>(`/api/v1/properties/${evening.propertyId}/screening-health`);
  const checks = (await rowsOf('Checks')).map(([label, state]) => [label, state]);
  expect(checks).toEqual(
    health.providers.map(({ label, state }) => [label, state === 'answering' ? 'Answers' : 'Not asked yet']),
  );
  expect(await cardOf('Are the rules fair?').innerText()).toContain('too few to say anything');
});

/** Whether the first chart has a point of the colour that the page's tokens name for what is clear. */
const findColour = `new Promise((resolve) => requestAnimationFrame(() => {
  const wanted = getComputedStyle(document.documentElement).getPropertyValue('--chart-clear').trim();
  const colour = [1, 3, 5].map((at) => parseInt(wanted.slice(at, at + 2), 16));
  const canvas = document.querySelector('.plot canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const isSo = (_, at) => at % 4 === 0 && colour.every((value, place) => data[at + place] === value);
  resolve(data.some(isSo));
}))`;

test('a chart is drawn in the colours of its legend, also when the theme changes', async () => {
  await openStatistics();
  const canvas = page.locator('.plot canvas').first();
  await canvas.waitFor();
  const hasColour = async (theme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme: theme });
    await page.locator(`html[data-theme=${theme}]`).waitFor();
    return page.evaluate<boolean>(findColour);
  };
  expect(await hasColour('light')).toBe(true);
  expect(await hasColour('dark')).toBe(true);
});

test('days are chosen by button or freely, stay in the address, and say so where there is nothing yet', async () => {
  await openStatistics();
  await page.getByRole('button', { name: '7 days' }).press('Enter');
  await page.waitForURL(/days=7$/);
  await page.locator('.tiles').waitFor();
  await page.getByRole('button', { name: 'Other days' }).click();
  await page.getByLabel('From', { exact: true }).fill('2020-01-01');
  await page.getByLabel('To', { exact: true }).fill('2020-03-31');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByText('No figures of these days yet').waitFor();
  expect(page.url()).toContain('from=2020-01-01&to=2020-03-31');
  await page.reload();
  await page.getByText('No figures of these days yet').waitFor();
  await page.goBack();
  await page.locator('.tiles').waitFor();
});
