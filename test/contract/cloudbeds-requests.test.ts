import axios, { type AxiosRequestConfig } from 'axios';
import { afterEach, expect, test } from '@jest/globals';
import { createCloudbeds } from '../../src/pms/cloudbeds/cloudbeds.ts';
import { methods, type Operation, toPath } from '../../src/pms/cloudbeds/operations.ts';
import { toDay } from '../support/days.ts';
import { hotelClock } from '../support/hotel-clock.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';
import { describeAgainstVendor } from '../support/sandbox-vendor-document.ts';
import { createVendorRequestJudge, type SentRequest, toOperation } from '../support/vendor-request-judge.ts';
import { silentMetrics } from '../unit/cloudbeds/recorded-logger.ts';
import { account, collect, startPmsOnSandbox, toAddresses, toFixedCredentials } from './pms-sandbox.ts';

const meant: readonly { readonly where: RegExp; readonly because: string }[] = [
  { where: /must match format "date-time"$/, because: 'date-times are spoken in local time, without a T' },
  { where: /^postGuestDocument is not taken as /, because: 'a file does not fit into a urlencoded form' },
];

const mainGuest = { firstName: 'Solveig', lastName: 'Canaryson', email: 'solveig.canaryson@post.example' };

let sent: SentRequest[] = [];

/** The real thing, which also keeps what is sent. */
const recorder = {
  request: (config: AxiosRequestConfig) => {
    sent.push({
      method: config.method ?? '',
      url: config.url ?? '',
      headers: config.headers as SentRequest['headers'],
      ...(config.data !== undefined && { body: config.data as string | Uint8Array }),
    });
    return axios.request(config);
  },
} as never;

afterEach(() => {
  sent = [];
});

async function listComplaints(): Promise<readonly string[]> {
  const judge = createVendorRequestJudge();
  const complaints = await Promise.all(sent.map((request) => judge.listComplaints(request)));
  return [...new Set(complaints.flat())];
}

function isUnexplained(complaint: string): boolean {
  return !meant.some(({ where }) => where.test(complaint));
}

describeAgainstVendor('what we send, beside the vendor’s description', () => {
  test('every request that the client can make is as the vendor describes it', async () => {
    const setting = await startPmsOnSandbox({ client: { axios: recorder } });
    try {
      await useEverything(setting);
    } finally {
      await setting.sandbox.close();
    }
    const complaints = await listComplaints();
    expect(complaints.filter(isUnexplained)).toEqual([]);
    expect(meant.filter(({ where }) => !complaints.some((complaint) => where.test(complaint)))).toEqual([]);
    expect(
      Object.keys(methods)
        .map((name) => toPath(name as Operation))
        .filter((path) => !sent.some((request) => toOperation(request) === path)),
    ).toEqual([]);
  });

  test('and so is all that the service asks from connecting to a changed guest', async () => {
    const hotel = await openHotel({ config: 'defaults: { writeBack: both }' });
    try {
      await hotel.start({ axios: recorder });
      await screenSomebody(hotel);
    } finally {
      await hotel.close();
    }
    expect((await listComplaints()).filter(isUnexplained)).toEqual([]);
    expect(new Set(sent.map(toOperation)).size).toBeGreaterThan(8);
  });

  test('the judge refuses what the vendor would', async () => {
    const judge = createVendorRequestJudge();
    const url = 'https://api.example/api/v1.3/putGuest';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = 'guestID=1&guestGender=X&guestName=Ada';
    const complaints = await judge.listComplaints({ method: 'PUT', url, headers, body });
    expect(complaints).toEqual(expect.arrayContaining(['putGuest form /guestName is not known']));
    expect(complaints.some((complaint) => complaint.startsWith('putGuest form /guestGender'))).toBe(true);
    expect(await judge.listComplaints({ method: 'POST', url, headers, body })).toEqual([
      'putGuest is not called by POST',
    ]);
  });
});

type Setting = Awaited<ReturnType<typeof startPmsOnSandbox>>;

async function useEverything(setting: Setting): Promise<void> {
  const { pms, call, sandbox } = setting;
  const dates = { arrivesOn: '2026-12-04', departsOn: '2026-12-06' };
  const { reservationId, guestIds } = sandbox.world.book({ ...dates, adults: 2, mainGuest });
  await pms.openAccount(account, call.signal);
  await connectAsPartner(setting);
  await connect(setting);
  await read(setting, guestIds[0]);
  await write(setting, guestIds[0]);
  await writeForm(setting, { guestId: guestIds[0], reservationId });
  const told = { at: '2026-11-23T10:00:00.000Z', code: 'write_refused/other' };
  const words = { description: 'It was refused.', advice: 'Look at it.' };
  for (const about of [{}, { reservationId }]) await pms.reportError(call, { ...told, ...words, ...about });
}

/** By a code for a key, which then tells how the app stands; and by one for tokens, which are then refreshed. */
async function connectAsPartner({ sandbox, call, logger }: Setting): Promise<void> {
  const redirectUri = 'https://screening.example/back';
  const { clientId, clientSecret } = sandbox.world.addClient({ redirectUri });
  const allow = () => sandbox.world.allow({ clientId, redirectUri, propertyIds: [sandbox.propertyId] });
  const parts = {
    apiUrl: sandbox.apiUrl,
    requestsPerSecond: Infinity,
    clock: hotelClock,
    logger,
    metrics: silentMetrics,
  };
  const createPartner = (grant: 'api_key' | 'oauth', key: string) => {
    const app = { clientId, clientSecret, redirectUri, grant };
    return createCloudbeds({ ...parts, app, axios: recorder, credentials: toFixedCredentials(key) });
  };
  const byKey = await createPartner('api_key', 'none yet').redeemCode(allow(), call.signal);
  if (byKey.kind === 'oauth') throw new Error('A key was asked for');
  for (const state of ['enabled', 'disabled'] as const) {
    await createPartner('api_key', byKey.key).ensureAppState(call, state);
  }
  const partner = createPartner('oauth', 'none yet');
  const byTokens = await partner.redeemCode(allow(), call.signal);
  if (byTokens.kind !== 'oauth') throw new Error('Tokens were asked for');
  await partner.refreshTokens(byTokens.refreshToken, call.signal);
}

/** Two at once subscribe twice; the third removes what is double. */
async function connect({ pms, call }: Setting): Promise<void> {
  const endpointUrl = 'https://screening.example/webhooks/cloudbeds/secret';
  await Promise.all([
    pms.ensureSubscriptions(call, toAddresses(endpointUrl)),
    pms.ensureSubscriptions(call, toAddresses(endpointUrl)),
  ]);
  await pms.ensureSubscriptions(call, toAddresses(endpointUrl));
  await pms.ensureGuestFields(call);
  await pms.lookAtProperty(call, endpointUrl);
  await pms.probe(call);
  await pms.removeSubscriptions(call, endpointUrl);
}

async function read({ pms, call }: Setting, guestId: string): Promise<void> {
  const since = '2026-11-01T00:00:00.000Z';
  await collect(pms.listReservations(call, { by: 'modified', since }));
  await collect(pms.listReservations(call, { by: 'departure', from: '2026-11-01' }));
  await collect(pms.listReservations(call, { by: 'stay', from: '2026-11-01', to: '2026-12-31' }));
  await collect(pms.listReservations(call, { by: 'guest', guestId }));
  const { property, urgency, signal } = call;
  await collect(pms.listRecentReservations({ ...account, properties: [property], urgency, signal }, since));
  await collect(pms.listGuestChanges(call, since));
}

async function write({ pms, call }: Setting, guestId: string): Promise<void> {
  await pms.writeGuestFields(call, guestId, { screening_status: 'Completed', screening_outcome: 'Clear' });
  const { noteId } = await pms.addNote(call, guestId, 'Guest screening: Completed');
  await pms.updateNote(call, guestId, { noteId, text: 'Guest screening: Failed' });
  await pms.listNotes(call, guestId);
}

async function writeForm({ pms, call }: Setting, stay: { readonly guestId: string; readonly reservationId: string }) {
  const { guestId, reservationId } = stay;
  const document = { documentType: 'driver_licence', documentNumber: 'X123', documentIssuingCountry: 'PT' };
  const days = { birthDate: '1990-01-01', documentIssuedOn: '2020-01-01', documentExpiresOn: '2030-01-01' };
  const home = { address: 'Rua A', address2: '3.º', city: 'Lisboa', state: 'Lisboa', zip: '1000-001', country: 'PT' };
  const fields = { firstName: 'Solveig', lastName: 'Canaryson', gender: 'F', ...home, ...document, ...days } as const;
  const reach = { email: 'solveig.canaryson@post.example', phone: '+351 912 345 678', cellPhone: '+351 912 345 679' };
  const customValues = [{ shortcode: 'screening_plate', name: 'Number plate', value: 'AB 12' }];
  await pms.updateGuest(call, guestId, { fields: { ...fields, ...reach }, customValues });
  await pms.addGuest(call, reservationId, { ...fields, ...reach });
  const file = { fileName: 'passport.jpg', contentType: 'image/jpeg', bytes: Buffer.from('pixels') };
  await pms.addGuestFile(call, guestId, file);
}

async function screenSomebody({ sandbox, untilShown }: Pick<Hotel, 'sandbox' | 'untilShown'>): Promise<void> {
  const { world } = sandbox;
  const stay = { arrivesOn: toDay(1), departsOn: toDay(3), mainGuest };
  const [guestId] = world.book(stay).guestIds;
  await untilShown(guestId, { screening_status: 'Completed' });
  world.editGuest(guestId, { birthDate: '2014-05-01' });
  await untilShown(guestId, { screening_outcome: 'Review' });
}
