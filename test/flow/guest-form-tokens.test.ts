import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toDay } from '../support/days.ts';
import { type FormDesk, openFormDesk } from '../support/form-desk.ts';

let desk: FormDesk;

beforeAll(async () => {
  desk = await openFormDesk({ config: 'defaults: { form: { ask: always } }' });
});

afterAll(() => desk.close());

interface Answer {
  readonly status: number;
  readonly text: string;
}

test.each(['outcomes', 'read'])('a token that may only %s gets no link to a form that is open', async (scope) => {
  const { form, screening, qr, token } = await askAs(scope);
  expect(form).toMatchObject({ status: 200, text: expect.stringContaining('"state":"open"') });
  expect(screening).toMatchObject({ status: 200, text: expect.stringContaining('Waiting for guest') });
  for (const { text } of [form, screening, qr]) expect(text).not.toContain(token);
  expect(qr.status).toBe(403);
});

test('a token that may change something gets the link, as the desk does', async () => {
  const { form, screening, qr, token } = await askAs('decide');
  expect(form.text).toContain(token);
  expect(screening.text).toContain(token);
  expect(qr).toMatchObject({ status: 200, text: expect.stringContaining('<svg') });
});

/** What a machine reads of a guest whose form is open; `token` is the last part of its link. */
async function askAs(scope: string): Promise<Record<'form' | 'screening' | 'qr', Answer> & { readonly token: string }> {
  const { hotel } = desk;
  const mainGuest = { firstName: 'Ingrid', lastName: `Canary${scope}`, email: 'ingrid@canary.example', country: 'NO' };
  const [guestId] = hotel.sandbox.world.book({ arrivesOn: toDay(3), departsOn: toDay(5), mainGuest }).guestIds;
  const token = await desk.untilAsked(guestId);
  await hotel.untilIdle();
  const path = `${hotel.url()}/api/v1/screenings/${await desk.findScreeningId(guestId)}`;
  const expiresAt = `${toDay(1)}T10:00:00Z`;
  const made = { name: scope, scope, propertyIds: [hotel.sandbox.propertyId], expiresAt };
  const { status, body } = await hotel.api('POST', '/api/v1/tokens', made);
  expect(status).toBe(201);
  const headers = { authorization: `Bearer ${(body as { readonly secret: string }).secret}` };
  const read = async (address: string): Promise<Answer> => {
    const answer = await fetch(address, { headers });
    return { status: answer.status, text: await answer.text() };
  };
  return { form: await read(`${path}/form`), screening: await read(path), qr: await read(`${path}/form/qr`), token };
}
