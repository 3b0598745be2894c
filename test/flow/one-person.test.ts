import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { components } from '../../openapi/service.generated.ts';
import { houseList } from '../../providers/house-list/check.ts';
import { toDay } from '../support/days.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';

type Schemas = components['schemas'];
type Card = Schemas['Profile'];

const onMatch = { possible: 'review', likely: 'review', strong: 'flagged' };
const policy = {
  ...{ name: 'the house list alone', version: '1', providers: {}, otherwise: { required: true, onMatch } },
  trust: { reasonCode: 'house_list.trusted', excuses: [] },
};

let hotel: Hotel;

beforeAll(async () => {
  hotel = await openHotel({ config: JSON.stringify({ defaults: { policy } }) });
  await hotel.start({ providers: [houseList] });
});

afterAll(() => hotel.close());

interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

const book = (mainGuest: Person, day: number) =>
  hotel.sandbox.world.book({ arrivesOn: toDay(day), departsOn: toDay(day + 2), mainGuest });

const propertyPath = () => `/api/v1/properties/${hotel.sandbox.propertyId}`;

async function ask<Body>(method: string, path: string, body?: unknown): Promise<Body> {
  const answer = await hotel.api(method, `${propertyPath()}/${path}`, body);
  expect(answer.status).toBeLessThan(300);
  return answer.body;
}

const getCard = async (guestId: string): Promise<Card> => {
  await hotel.untilIdle();
  return ask('GET', `profiles/by-guest/${guestId}`);
};

describe('two cards that turn out to be one person', () => {
  const cleared = { screening_outcome: 'Clear' };
  const review = (screening_summary: RegExp) => ({ screening_outcome: 'Review', screening_summary });

  /** Two bookings that nothing joins, the second of which is cleared. */
  async function bookTwice(name: string) {
    const one = book({ firstName: name, lastName: 'Firstson', email: `${name}.one@post.example` }, 4);
    const two = book({ firstName: name, lastName: 'Secondson', email: `${name}.two@post.example` }, 12);
    await hotel.untilShown(two.guestIds[0], cleared);
    return { one, two };
  }

  async function mergeCards(oneId: string, otherId: string): Promise<Card> {
    const [card, other] = [await getCard(oneId), await getCard(otherId)];
    const merge = { otherId: other.id, version: card.version, otherVersion: other.version };
    return ask('POST', `profiles/${card.id}/merge`, merge);
  }

  const findScreening = async (reservationId: string): Promise<string> => {
    const { body } = await hotel.api('GET', `${propertyPath()}/screenings?q=${reservationId}`);
    return (body as { items: Schemas['Screening'][] }).items[0]?.id ?? '';
  };

  async function say(what: 'decision' | 'withdraw-verification', reservationId: string, said: object) {
    await hotel.untilIdle();
    const id = await findScreening(reservationId);
    const { status } = await hotel.api('POST', `/api/v1/screenings/${id}/${what}`, said);
    expect(status).toBeLessThan(300);
    await hotel.untilIdle();
  }

  const ban = (email: string) =>
    hotel.api('POST', `${propertyPath()}/house-list`, {
      kind: 'ban',
      emails: [email],
      reason: 'Broke a bed',
    });

  test('a decision to decline one warns at the coming stay of the other, and is not undone itself', async () => {
    const { one, two } = await bookTwice('Dina');
    await say('decision', one.reservationId, { decision: 'declined', reason: 'The document was forged' });
    await mergeCards(two.guestIds[0], one.guestIds[0]);
    await hotel.untilShown(two.guestIds[0], review(/Known guest: declined before/));
    await hotel.untilShown(one.guestIds[0], { screening_outcome: 'Declined' });
  });

  test('a verification that was taken back of one is so of the other', async () => {
    const { one, two } = await bookTwice('Vera');
    await say('withdraw-verification', one.reservationId, { reason: 'The passport was stolen' });
    await mergeCards(two.guestIds[0], one.guestIds[0]);
    await hotel.untilShown(two.guestIds[0], review(/verification withdrawn/));
  });

  test('a ban on one holds for the other, until they are told apart', async () => {
    const { one, two } = await bookTwice('Bela');
    expect((await ban('bela.one@post.example')).status).toBe(201);
    await hotel.untilShown(one.guestIds[0], { screening_outcome: 'Review' });
    const { id, version, merges } = await mergeCards(two.guestIds[0], one.guestIds[0]);
    await hotel.untilShown(two.guestIds[0], review(/House list: likely match/));
    await ask('POST', `profiles/${id}/merges/${merges[0]?.id ?? ''}/undo`, { version });
    await hotel.untilShown(two.guestIds[0], cleared);
  });

  test('a ban that comes after the merge holds for both', async () => {
    const { one, two } = await bookTwice('Nora');
    await mergeCards(two.guestIds[0], one.guestIds[0]);
    await hotel.untilIdle();
    await ban('nora.one@post.example');
    await hotel.untilShown(two.guestIds[0], review(/House list: likely match/));
  });

  test('where nothing is held against either, nothing is screened again', async () => {
    const { one, two } = await bookTwice('Iris');
    await hotel.untilIdle();
    const before = await findScreening(two.reservationId);
    await mergeCards(two.guestIds[0], one.guestIds[0]);
    await hotel.untilIdle();
    expect(await findScreening(two.reservationId)).toBe(before);
  });

  test('where the PMS merges two guests, the ban on one holds for the unchanged stay of the other', async () => {
    const { one, two } = await bookTwice('Paula');
    await ban('paula.one@post.example');
    await hotel.untilShown(one.guestIds[0], { screening_outcome: 'Review' });
    hotel.sandbox.world.mergeGuests(one.guestIds[0], two.guestIds[0]);
    await hotel.untilShown(two.guestIds[0], review(/House list: likely match/));
  });
});
