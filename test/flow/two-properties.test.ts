import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toLocalMinute } from '../../src/domain/calendar.ts';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { get, type Page } from '../support/guest-browser.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';
import { type CaughtMail, type MailServer, startMailServer } from '../support/mail-server.ts';

const lisbon = { propertyId: '1001', timezone: 'Europe/Lisbon', name: 'Hotel Miradouro' };
const tokyo = { propertyId: '2002', timezone: 'Asia/Tokyo', name: 'Hotel Ueno' };
const osaka = { propertyId: '3003', timezone: 'Asia/Tokyo', name: 'Hotel Namba' };

const sections = `
  '1001':
    language: pt
    writeBack: custom_fields
    alerts: { mailTo: [noite@miradouro.example] }
    form:
      ask: always
      companions: true
      fields: { licencePlate: required }
      look: { name: Casa Miradouro, colour: '#7a1f3d' }
      mail: { replyTo: ola@miradouro.example }
      questions: [{ id: pillow, name: Pillow, text: { en: Which pillow?, pt: Que almofada prefere? }, isRequired: false }]
  '2002':
    language: ja
    writeBack: note
    alerts: { mailTo: [yakin@ueno.example] }
    form:
      ask: always
      companions: false
      fields: { licencePlate: 'off' }
      look: { name: Ueno House, colour: '#14532d' }
      mail: { replyTo: hello@ueno.example }
      questions: [{ id: futon, name: Futon, text: { en: Bed or futon?, ja: 布団になさいますか }, isRequired: false }]
    policy:
      name: strict
      version: '7'
      providers: {}
      otherwise: { required: true, onMatch: { possible: flagged, likely: flagged, strong: flagged } }
      trust: { reasonCode: house_list.trusted, excuses: [booking-rules] }
`;
const config = `properties:${sections}`;

/** Weighs a single night as a possible match. */
const strangers = 'defaults: { providers: { booking-rules: { settings: { oneNightWeight: 60 } } } }';

let server: MailServer;
let hotel: Hotel;
/** Of a guest who booked the same stay at both, by the property. */
const asked = new Map<string, string>();

beforeAll(async () => {
  server = await startMailServer();
  const environment = { SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: 'welcome@group.example' };
  hotel = await openHotel({ config, environment, sandbox: { properties: [lisbon, tokyo] } });
  await hotel.start();
  for (const { propertyId } of [lisbon, tokyo]) asked.set(propertyId, book(propertyId, 'Canarsame'));
});

afterAll(async () => {
  await hotel.close();
  await server.close();
});

function book(propertyId: string, lastName: string, nights = 3): string {
  const mainGuest = {
    firstName: 'Ines',
    lastName,
    email: `${lastName.toLowerCase()}@${propertyId}.example`,
    country: '',
  };
  const stay = { arrivesOn: toDay(3), departsOn: toDay(3 + nights), adults: 2 };
  return hotel.sandbox.world.book({ propertyId, ...stay, mainGuest }).guestIds[0];
}

const guestOf = (propertyId: string): string => asked.get(propertyId) ?? '';

/** The link is in a field at the one, and in the note at the other. */
async function openForm(propertyId: string): Promise<Page & { readonly url: string }> {
  const { world } = hotel.sandbox;
  const url = await eventually(
    () => {
      const { customFields, notes } = world.readGuest(guestOf(propertyId));
      const shown = [customFields.screening_link ?? '', ...notes].join('\n');
      return /https?:\/\/\S+\/form\/[\w-]{43}/.exec(shown)?.[0];
    },
    { what: `a link at ${propertyId}` },
  );
  return { ...(await get(url)), url };
}

test('each shows its own form: language, name, colour, questions and fields', async () => {
  const [one, other] = [await openForm(lisbon.propertyId), await openForm(tokyo.propertyId)];
  expect([one.headers.get('content-language'), other.headers.get('content-language')]).toEqual(['pt', 'ja']);
  const read = async ({ url }: { readonly url: string }) => {
    const steps = ['', '/person', '/stay', '/questions', '/companions', '/review'];
    return (await Promise.all(steps.map((step) => get(`${url}${step}`)))).map(({ text }) => text).join('\n');
  };
  const [here, there] = [await read(one), await read(other)];
  const hereOnly = ['Casa Miradouro', '#7a1f3d', 'Que almofada prefere?', 'licencePlate', '/companions'];
  const thereOnly = ['Ueno House', '#14532d', '布団になさいますか'];
  expect([hereOnly.filter((word) => !here.includes(word)), thereOnly.filter((word) => !there.includes(word))]).toEqual([
    [],
    [],
  ]);
  expect([thereOnly.filter((word) => here.includes(word)), hereOnly.filter((word) => there.includes(word))]).toEqual([
    [],
    [],
  ]);
});

test('each writes its own mail: language, sender and where answers go', async () => {
  const untilCaught = (to: string): Promise<CaughtMail> =>
    eventually(() => server.caught.find(({ recipients }) => recipients.includes(to)), { what: `a mail to ${to}` });
  const [one, other] = [await untilCaught('canarsame@1001.example'), await untilCaught('canarsame@2002.example')];
  const toFacts = ({ parsed }: CaughtMail) => ({
    language: parsed.headers.get('content-language'),
    from: parsed.from?.value[0]?.name,
    replyTo: parsed.replyTo?.value[0]?.address,
  });
  expect(toFacts(one)).toEqual({ language: 'pt', from: 'Casa Miradouro', replyTo: 'ola@miradouro.example' });
  expect(toFacts(other)).toEqual({ language: 'ja', from: 'Ueno House', replyTo: 'hello@ueno.example' });
  expect(one.raw).not.toContain('Ueno');
  expect(other.raw).not.toContain('Miradouro');
});

test('each is told in its own way and in its own time: fields or a note, on a clock nine hours apart', async () => {
  const { world } = hotel.sandbox;
  await openForm(tokyo.propertyId);
  await hotel.untilIdle();
  const [one, other] = [world.readGuest(guestOf(lisbon.propertyId)), world.readGuest(guestOf(tokyo.propertyId))];
  expect(one.notes).toEqual([]);
  expect(other.customFields).toEqual({});
  expect(world.listCustomFields(tokyo.propertyId)).toEqual([]);
  expect(other.notes).toHaveLength(1);
  const shownAt = async (propertyId: string) => (await readScreening(propertyId, guestOf(propertyId))).updatedAt;
  expect(one.customFields.screening_updated).toBe(toLocalMinute(await shownAt(lisbon.propertyId), lisbon.timezone));
  expect(other.notes[0]).toContain(`Updated ${toLocalMinute(await shownAt(tokyo.propertyId), tokyo.timezone)}`);
});

test('the file is changed while it runs: one is asked no more, and each judges by its own policy', async () => {
  await hotel.configure(`${strangers}\nproperties:${sections.replaceAll('ask: always', 'ask: never')}`);
  const guests = [lisbon, tokyo].map(({ propertyId }) => [propertyId, book(propertyId, 'Canarnight', 1)] as const);
  const judged = await Promise.all(guests.map(([propertyId, guestId]) => untilJudged(propertyId, guestId)));
  expect(judged).toMatchObject([{ outcome: 'review' }, { outcome: 'flagged' }]);
  await hotel.untilIdle();
  for (const [, guestId] of guests) {
    const { customFields, notes } = hotel.sandbox.world.readGuest(guestId);
    expect([customFields.screening_link ?? '', ...notes].join('\n')).not.toContain('/form/');
  }
  const policies = await Promise.all(
    [lisbon, tokyo].map(({ propertyId }) => hotel.api('GET', `/api/v1/properties/${propertyId}/policy`)),
  );
  expect(policies).toMatchObject([{ body: { policy: { name: 'default' } } }, { body: { policy: { name: 'strict' } } }]);
});

test('each is alerted in its own language and time, at its own addresses', async () => {
  for (const { propertyId } of [lisbon, tokyo]) {
    hotel.sandbox.world.setAppState('disabled', propertyId);
    await untilState(propertyId, 'disconnected');
  }
  const untilCaught = (to: string): Promise<CaughtMail> =>
    eventually(() => server.caught.find(({ recipients }) => recipients.includes(to)), { what: `a mail to ${to}` });
  const mails = [await untilCaught('noite@miradouro.example'), await untilCaught('yakin@ueno.example')];
  expect(mails.map(({ parsed }) => parsed.headers.get('content-language'))).toEqual(['pt', 'ja']);
  const { items } = (await hotel.api('GET', '/api/v1/alerts')).body as { items: Alert[] };
  for (const [index, { propertyId, timezone, name }] of [lisbon, tokyo].entries()) {
    const alert = items.find((one) => one.propertyId === propertyId && one.kind === 'property_disconnected');
    const text = mails[index]?.parsed.text ?? '';
    expect(text).toContain(name);
    expect(text).toMatch(onTheClock(alert?.openedAt ?? '', timezone));
    expect(text).not.toContain(index === 0 ? tokyo.name : lisbon.name);
  }
  for (const { propertyId } of [lisbon, tokyo]) {
    hotel.sandbox.world.setAppState('enabled', propertyId);
    await hotel.api('POST', `/api/v1/properties/${propertyId}/connection/reconnect`);
  }
});

test('a property that is told in fields from now on has them made without a restart', async () => {
  const { world } = hotel.sandbox;
  await untilState(tokyo.propertyId, 'connected');
  await hotel.configure(`properties:${sections.replace('writeBack: note', 'writeBack: both')}`);
  await eventually(() => world.listCustomFields(tokyo.propertyId).length >= 5 || undefined, { what: 'our fields' });
  const guestId = book(tokyo.propertyId, 'Canarboth');
  await hotel.untilShown(guestId, { screening_status: /./ });
});

test('one property more, and its section in the file, cost no restart', async () => {
  const { world } = hotel.sandbox;
  await hotel.configure(`${config}  '3003': { writeBack: note }`);
  world.addProperty(osaka);
  const key = world.addApiKey({ propertyIds: [osaka.propertyId] });
  expect((await hotel.api('POST', '/api/v1/connections', { apiKey: key })).status).toBe(201);
  const guestId = book(osaka.propertyId, 'Canarnamba');
  await eventually(() => world.readGuest(guestId).notes.length > 0 || undefined, { what: 'a note in Osaka' });
  expect(world.listCustomFields(osaka.propertyId)).toEqual([]);
  expect(hotel.log().match(/"event":"service\.started"/g)).toHaveLength(1);
});

/** The hour without a leading zero too: Japanese writes seven past midnight as 0:07. */
function onTheClock(at: string, timezone: string): RegExp {
  const [hour, minute] = toLocalMinute(at, timezone).slice(-5).split(':');
  return new RegExp(String.raw`\b0?${String(Number(hour))}:${minute ?? ''}\b`);
}

async function untilState(propertyId: string, state: string): Promise<void> {
  const path = `/api/v1/properties/${propertyId}/connection`;
  const read = async () => (await hotel.api('GET', path)).body as { readonly state: string };
  await eventually(async () => (await read()).state === state || undefined, { what: `${propertyId} to be ${state}` });
}

interface Alert {
  readonly kind: string;
  readonly propertyId: string;
  readonly openedAt: string;
}

interface ReadScreening {
  readonly guestId: string;
  readonly status: string;
  readonly updatedAt: string;
}

async function readScreening(propertyId: string, guestId: string): Promise<ReadScreening> {
  const { items } = (await hotel.api('GET', `/api/v1/properties/${propertyId}/screenings?limit=200`)).body as {
    items: (ReadScreening & { readonly id: string })[];
  };
  const { id = '' } = items.find((item) => item.guestId === guestId) ?? {};
  return (await hotel.api('GET', `/api/v1/screenings/${id}`)).body;
}

function untilJudged(propertyId: string, guestId: string): Promise<ReadScreening> {
  return eventually(
    async () => {
      const screening = await readScreening(propertyId, guestId);
      return screening.status === 'completed' ? screening : undefined;
    },
    { what: `guest ${guestId} to be judged` },
  );
}
