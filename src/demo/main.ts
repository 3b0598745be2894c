import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { listManifests } from '../../providers/index.ts';
import { createProviderDoors } from '../checks/http/provider-doors.ts';
import { systemClock } from '../clock/system-clock.ts';
import { compose } from '../compose.ts';
import { readSettings, type Settings } from '../config/environment.ts';
import { createLogger } from '../logging/create-logger.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { type AskedForms, createAskedForms } from './ask-by-form.ts';
import { type Access, demoManager, give, inviteManager } from './desk.ts';
import { findPort } from './find-port.ts';
import { toDemoConfig } from './demo-config.ts';
import { type DemoVendors, startDemoVendors } from './demo-vendors.ts';
import { demoWatchlist } from './demo-watchlist.ts';
import { bannedPerson, toScenes } from './guests.ts';
import { playBookings, playEdits } from './play.ts';
import { createScreen } from './screen.ts';
import { type DemoGuest, readRow, toGuestTable } from './show.ts';
import { type SeenPages, showDocuments, toSeenPages } from './show-document.ts';

/** With `--once` everything must stand in the PMS within this. */
const patienceMs = 120_000;

const timeZone = 'Europe/Lisbon';

async function main(): Promise<void> {
  const isOnce = process.argv.includes('--once');
  const folder = mkdtempSync(join(tmpdir(), 'guest-screening-demo-'));
  const sandbox = await startSandbox({
    properties: [{ name: 'Hotel Miradouro', timezone: timeZone, city: 'Lisbon', country: 'PT' }],
    webhooks: { duplicateShare: 0.5, shuffle: true },
  });
  const vendors = await startDemoVendors();
  const settings = await toDemoSettings(folder, sandbox, vendors);
  vendors.setCallback(settings, sandbox.propertyId);
  const logFile = join(folder, 'service.log');
  const logger = createLogger({ ...settings.log, clock: systemClock, destination: createWriteStream(logFile) });
  const service = await compose(settings, {
    clock: systemClock,
    logger,
    doors: createProviderDoors({ testRoutes: vendors.routes }),
  });
  const stop = async (): Promise<void> => {
    await service.stop();
    await Promise.all([vendors.close(), sandbox.close()]);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  const { url } = await service.start();
  const access: Access = { url, token: settings.adminToken ?? '', propertyId: sandbox.propertyId };
  process.stdout.write('A sandbox PMS and the service beside it are running; eleven bookings come in.\n\n');
  await give(access, 'house-list', bannedPerson);
  await give(access, 'watchlists/own', demoWatchlist);
  await inviteManager(access);
  const forms = createAskedForms(sandbox, access);
  const guests = await play(sandbox, forms);
  if (isOnce) await stop();
  else process.stdout.write(toSignposts(access, { sandbox, logFile, formLink: forms.openLink(guests) }));
  const wrong = guests.map((guest) => readRow(sandbox, guest)).filter((row) => !row.isAsExpected);
  if (wrong.length === 0) return;
  process.stderr.write(`Not as it should be in the PMS: ${wrong.map(({ name }) => name).join(', ')}\n`);
  if (isOnce) process.exitCode = 1;
}

async function toDemoSettings(folder: string, sandbox: Sandbox, vendors: DemoVendors): Promise<Settings> {
  const port = await findPort(Number(process.env.PORT ?? 8080));
  const environment = {
    PORT: String(port),
    DATABASE_URL: `sqlite:${join(folder, 'guest-screening.db')}`,
    SECRET_KEY: randomBytes(32).toString('base64'),
    ADMIN_TOKEN: randomBytes(18).toString('base64url'),
    CLOUDBEDS_API_URL: sandbox.apiUrl,
    CLOUDBEDS_API_KEY: sandbox.apiKey,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    CONFIG_FILE: 'demo',
    WATCHLIST_FOLDER: join(folder, 'watchlists'),
    WATCHLIST_REFRESH_H: '0',
  };
  const reading = readSettings(environment, {
    readFile: () => toDemoConfig(sandbox.propertyId, vendors),
    manifests: listManifests(),
  });
  if ('settings' in reading) return reading.settings;
  throw new Error(reading.problems.map(({ name, message }) => `${name}: ${message}`).join('\n'));
}

/** Draws until every guest's result stands in the PMS, or patience ends. */
async function play(sandbox: Sandbox, forms: AskedForms): Promise<readonly DemoGuest[]> {
  const screen = createScreen(process.stdout);
  const stage: { guests: readonly DemoGuest[]; hasBooked: boolean } = { guests: [], hasBooked: false };
  const edited = new Set<string>();
  const seen: SeenPages = new Map();
  const booking = playBookings(sandbox, toScenes(systemClock.now(), timeZone), (guests) => {
    stage.guests = [...guests];
  }).then(() => {
    stage.hasBooked = true;
  });
  const isOver = (): boolean =>
    stage.hasBooked &&
    forms.isDone(stage.guests) &&
    stage.guests.every((guest) => readRow(sandbox, guest).isAsExpected);
  const endsAt = performance.now() + patienceMs;
  while (!isOver() && performance.now() < endsAt) {
    playEdits(sandbox, stage.guests, edited);
    await showDocuments(sandbox, stage.guests, seen);
    await forms.goOn(stage.guests);
    screen.draw(toGuestTable(sandbox, stage.guests));
    await pause(250);
  }
  await booking;
  screen.end(`${toGuestTable(sandbox, stage.guests)}\n${toSeenPages(sandbox, seen)}${forms.toLines(stage.guests)}`);
  return stage.guests;
}

function toSignposts(
  { url, token, propertyId }: Access,
  beside: { readonly sandbox: Sandbox; readonly logFile: string; readonly formLink: string | undefined },
): string {
  const { sandbox, logFile, formLink = '(nobody is asked)' } = beside;
  return `
Where to look
  the board      ${url}/   sign in as ${demoManager.email} with the password: ${demoManager.password}
  a guest's form ${formLink}
  the API        ${url}/api/v1/   described for reading; token: ${token}
  every guest    curl -H 'Authorization: Bearer ${token}' ${url}/api/v1/properties/${propertyId}/screenings
  figures        ${url}/metrics
  the PMS        ${sandbox.adminUrl}   (GET it for what can be done there: book, edit, cancel, break things)
  the log        ${logFile}

Ctrl-C stops everything.
`;
}

await main();
