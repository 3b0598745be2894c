import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { get, post, postTo, readHidden } from '../support/guest-browser.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';

let hotel: Hotel;

beforeAll(async () => {
  const config = 'defaults: { form: { ask: always, fields: { birthDate: required, document: optional } } }';
  hotel = await openHotel({ config });
  await hotel.start();
});

afterAll(() => hotel.close());

async function bookAsked(lastName = 'Canaryson'): Promise<{ readonly url: string; readonly reservationId: string }> {
  const mainGuest = { firstName: 'Ingrid', lastName, email: 'ingrid.1234@guest.booking.com', country: 'NO' };
  const { guestIds, reservationId } = hotel.sandbox.world.book({
    arrivesOn: toDay(3),
    departsOn: toDay(5),
    mainGuest,
  });
  const find = () => hotel.sandbox.world.readGuest(guestIds[0]).customFields.screening_link;
  const url = await eventually(() => (find()?.includes('/form/') === true ? find() : undefined), { what: 'a link' });
  return { url, reservationId };
}

const person = {
  firstName: 'Ingrid',
  lastName: 'Canaryson',
  'birthDate.day': '9',
  'birthDate.month': '2',
  'birthDate.year': '1984',
};

describe('what a guest types', () => {
  const tomorrow = toDay(1).split('-');
  test.each([
    ['29 February of no leap year', ['29', '2', '2023'], 'The calendar has no such day.'],
    ['the year 1800', ['1', '1', '1800'], 'This is too long ago.'],
    ['a day to come', [tomorrow[2] ?? '', tomorrow[1] ?? '', String(Number(tomorrow[0]) + 1)], 'still to come'],
    ['words', ['nine', 'May', '1984'], 'Please give day, month and year in digits'],
    ['nothing', ['', '', ''], 'Please fill this in.'],
  ])('%s as a birth date comes back with words beside it', async (_what, [day = '', month = '', year = ''], words) => {
    const { url } = await bookAsked();
    const date = { 'birthDate.day': day, 'birthDate.month': month, 'birthDate.year': year };
    const answer = await post(`${url}/person`, { ...person, ...date });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain(`value="${year}"`);
    expect(answer.text).toMatch(/aria-invalid="true"/);
  });

  test.each(["O'Brien", 'X', 'Ng', 'علي', '李', 'José-María', 'D’Arcy'])('%s is a name', async (lastName) => {
    const { url } = await bookAsked();
    expect((await post(`${url}/person`, { ...person, lastName })).status).toBe(303);
    expect((await get(`${url}/person`)).text).toContain(lastName.replace("'", '&#39;'));
  });

  test.each(['🙂', '<script>alert(1)</script>', '12345'])('%s is no name, and comes back as text', async (lastName) => {
    const { url } = await bookAsked();
    const answer = await post(`${url}/person`, { ...person, lastName });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Please use letters, as in your document.');
    expect(answer.text).not.toContain('<script>alert');
  });

  test('ten megabytes in one field are too long, and say so beside it', async () => {
    const { url } = await bookAsked();
    const answer = await post(`${url}/person`, { ...person, lastName: 'A'.repeat(10_000_000) });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('This is too long. Please shorten it.');
    expect(answer.text.length).toBeLessThan(120_000);
  });

  test('script in any field is text on every page that shows it', async () => {
    const { url } = await bookAsked();
    await post(`${url}/person`, person);
    const script = `"><img src=x onerror=alert(1)>`;
    await post(`${url}/contact`, { email: 'a@b.example', address: script, city: script });
    for (const page of ['contact', 'consent', 'rights']) {
      expect((await get(`${url}/${page}`)).text).not.toContain('<img src=x');
    }
  });
});

describe('pressing twice, and two tabs', () => {
  test('the same page sent twice is saved once and goes on', async () => {
    const { url } = await bookAsked();
    const values = { ...person, ...(await readHidden(`${url}/person`)) };
    const answers = [await postTo(`${url}/person`, values), await postTo(`${url}/person`, values)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  });

  test('what another tab saved meanwhile is not overwritten unseen, and what was typed stays', async () => {
    const { url } = await bookAsked();
    const hidden = await readHidden(`${url}/person`);
    await postTo(`${url}/person`, { ...person, ...hidden, firstName: 'First Tab' });
    const second = await postTo(`${url}/person`, { ...person, ...hidden, firstName: 'Second Tab' });
    expect(second.status).toBe(409);
    expect(second.text).toContain('changed in another window');
    expect(second.text).toContain('value="Second Tab"');
    expect((await get(`${url}/person`)).text).toContain('value="First Tab"');
  });
});

describe('who may write', () => {
  test.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }, {}],
    ['from another origin', { origin: 'https://evil.example' }, {}],
    ['without the secret of the page', {}, { csrf: '' }],
    ['with the secret of another page', {}, { csrf: 'x'.repeat(43) }],
  ])('a POST %s saves nothing', async (_what, headers, values) => {
    const { url } = await bookAsked();
    const answer = await post(`${url}/person`, { ...person, firstName: 'Mallory', ...values }, headers);
    expect(answer.status).toBe(403);
    expect((await get(`${url}/person`)).text).not.toContain('Mallory');
  });

  test('a form whose stay is cancelled meanwhile says that it is closed', async () => {
    const { url, reservationId } = await bookAsked();
    const values = { ...person, ...(await readHidden(`${url}/person`)) };
    hotel.sandbox.world.cancelReservation(reservationId);
    await eventually(async () => ((await get(url)).status === 404 ? true : undefined), { what: 'the form to close' });
    const answer = await postTo(`${url}/person`, values);
    expect(answer.status).toBe(410);
    expect(answer.text).toContain('This form is closed');
  });
});

describe('links', () => {
  test('wrong ones all look alike, say nothing, and are counted by address, while right ones still open', async () => {
    const { url } = await bookAsked();
    const origin = new URL(url).origin;
    const wrong = [
      `${url}x`,
      `${origin}/form/a`,
      `${origin}/form/${'A'.repeat(43)}`,
      `${origin}/form/%00`,
      `${origin}/form/`,
      `${origin}/form/%E0%A4`,
    ];
    const pages = await Promise.all(wrong.map((address) => get(address)));
    expect(new Set(pages.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(pages[0]?.text).not.toContain('/form/');
    const more = Array.from({ length: 20 }, (_, index) => `${origin}/form/${'B'.repeat(40)}${index}`);
    const statuses = await Promise.all(more.map(async (address) => (await get(address)).status));
    expect(statuses.at(-1)).toBe(429);
    expect((await get(url)).status).toBe(200);
  });

  test('pages are kept, framed and followed by nobody, and run nothing but our own files', async () => {
    const { url } = await bookAsked();
    const { headers, text } = await get(url);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(text).toContain('noindex');
    expect(hotel.log()).not.toContain(new URL(url).pathname.split('/')[2]);
  });
});
