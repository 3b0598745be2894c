import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright-core';
import { findPort } from '../../../src/demo/find-port.ts';
import { adminToken, type Hotel } from '../../support/hotel.ts';
import { openEvening } from './evening.ts';

const leastScore = 0.95;
const categories = ['performance', 'accessibility', 'best-practices'];

/** The sign-in, tonight's arrivals and the statistics as Lighthouse judges them at a desk; rejects, naming what is not good enough. */
export async function measureDashboard(): Promise<void> {
  const port = await findPort(0);
  const evening = await openEvening();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  try {
    const signedIn = await signIn(evening.hotel);
    const problems = [
      ...(await judge({ what: 'sign-in', hotel: evening.hotel, port, headers: {} })),
      ...(await judge({ what: 'arrivals', hotel: evening.hotel, port, headers: signedIn })),
      ...(await judge({
        ...{ what: 'statistics', hotel: evening.hotel, port, headers: signedIn },
        place: `#/${evening.propertyId}/statistics`,
      })),
    ];
    if (problems.length > 0) throw new Error(problems.join('; '));
  } finally {
    await browser.close();
    await evening.close();
  }
}

/** The header of a browser that has signed in. */
async function signIn(hotel: Hotel): Promise<Readonly<Record<string, string>>> {
  const response = await fetch(`${hotel.url()}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ adminToken }),
  });
  const [cookie = ''] = response.headers.getSetCookie();
  if (!response.ok || cookie === '') throw new Error(`Signing in answered ${response.status}.`);
  return { cookie: cookie.split(';', 1)[0] ?? '' };
}

interface Judged {
  readonly what: 'sign-in' | 'arrivals' | 'statistics';
  /** Behind the address of the service. */
  readonly place?: string;
  readonly hotel: Hotel;
  readonly port: number;
  readonly headers: Readonly<Record<string, string>>;
}

async function judge({ what, hotel, port, headers, place = '' }: Judged): Promise<readonly string[]> {
  const flags = { port, onlyCategories: categories, logLevel: 'error' as const, extraHeaders: { ...headers } };
  const result = await lighthouse(`${hotel.url()}/${place}`, flags, desktopConfig);
  if (result === undefined) throw new Error('Lighthouse said nothing.');
  const scores = Object.fromEntries(categories.map((id) => [id, result.lhr.categories[id]?.score ?? 0]));
  const paintMs = Math.round(result.lhr.audits['largest-contentful-paint']?.numericValue ?? 0);
  const bytes = result.lhr.audits['total-byte-weight']?.numericValue ?? 0;
  const failed = categories.flatMap((id) =>
    (result.lhr.categories[id]?.auditRefs ?? [])
      .filter(({ id: audit, weight }) => weight > 0 && (result.lhr.audits[audit]?.score ?? 1) < 0.9)
      .map(({ id: audit }) => audit),
  );
  console.log(JSON.stringify({ what, scores, paintMs, bytes, failed }));
  return Object.entries(scores)
    .filter(([, score]) => score < leastScore)
    .map(([id, score]) => `${what}: ${id} is ${score}`);
}
