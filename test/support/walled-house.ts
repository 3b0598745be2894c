// Two properties of one service, with something of every kind at each; whatever is of one is named by its own word.
import { randomUUID } from 'node:crypto';
import { plusMs } from '../../src/domain/calendar.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSession } from '../../src/screening/access/session-opening.ts';
import { addUser } from '../unit/http/staff.ts';
import { toDay } from './days.ts';
import { eventually } from './eventually.ts';
import { hotelClock } from './hotel-clock.ts';
import type { Hotel } from './hotel.ts';

/** An admin of one property alone, signed in to a service without TLS. */
export async function signInAdmin(store: Store, propertyId: string) {
  const { id } = await addUser(store, { grants: [{ propertyId, role: 'admin' }] });
  const at = hotelClock.now();
  const { secret } = await store.transaction((rows) =>
    openSession(rows, { userId: id, stage: 'full', at, caller: { address: '192.0.2.1' } }),
  );
  return { Cookie: `session=${secret}`, 'Sec-Fetch-Site': 'same-origin' };
}

/** Ids of what there is at a property, by the name that a path's parameter has. */
export interface House {
  readonly propertyId: string;
  /** Part of every name and text there. */
  readonly word: string;
  readonly reservationId: string;
  readonly formUrl: string;
  readonly ids: Readonly<Record<string, string>>;
}

interface Card extends Record<'notes' | 'links' | 'merges', readonly { readonly id: string }[]> {
  readonly id: string;
  readonly version: number;
}

export async function fillHouse(
  hotel: Hotel,
  store: Store,
  { propertyId, word }: Pick<House, 'propertyId' | 'word'>,
): Promise<House> {
  const make = async <Made>(path: string, thing: object): Promise<Made> => {
    const { status, body } = await hotel.api('POST', `/api/v1${path}`, thing);
    if (status > 299) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  const home = `/properties/${propertyId}`;
  await make(`${home}/watchlists/own`, { csv: `Name\nOlga ${word}\n`, mapping: { name: 'Name' } });
  const guest = await screenGuest(hotel, { propertyId, word });
  const note = await make<{ id: string }>(`/screenings/${guest.screeningId}/notes`, { text: `About ${word}` });
  await make(`/screenings/${guest.screeningId}/form`, {});
  const form = (await hotel.api('GET', `/api/v1/screenings/${guest.screeningId}/form`)).body as { url: string };
  const entry = { kind: 'ban', names: [`Bruno ${word}`], reason: `Reason of ${word}` };
  return {
    ...{ propertyId, word, reservationId: guest.reservationId, formUrl: form.url },
    ids: {
      ...{ propertyId, id: guest.screeningId, guestId: guest.guestId },
      entryId: (await make<{ id: string }>(`${home}/house-list`, entry)).id,
      ...(await fillCards(make, home, word)),
      guestNoteId: note.id,
      userId: (await addUser(store, { name: `Uta ${word}`, grants: [{ propertyId, role: 'reviewer' }] })).id,
      tokenId: await addToken(make, { propertyId, word }),
      alertId: await raiseAlert(store, propertyId),
      ...{ listId: `own-${propertyId}`, sessionId: randomUUID() },
    },
  };
}

type Make = <Made>(path: string, thing: object) => Promise<Made>;

async function screenGuest(hotel: Hotel, { propertyId, word }: Pick<House, 'propertyId' | 'word'>) {
  const mainGuest = { firstName: 'Gil', lastName: word, email: `gil@${word.toLowerCase()}.example` };
  const dates = { arrivesOn: toDay(2), departsOn: toDay(5) };
  const { guestIds, reservationId } = hotel.sandbox.world.book({ propertyId, ...dates, mainGuest });
  const [guestId] = guestIds;
  await hotel.untilShown(guestId, { screening_status: 'Completed' });
  const path = `/api/v1/properties/${propertyId}/screenings`;
  const screeningId = await eventually(
    async () => {
      const { items } = (await hotel.api('GET', path)).body as { items: { id: string; guestId: string }[] };
      return items.find((item) => item.guestId === guestId)?.id;
    },
    { what: `a screening at ${propertyId}` },
  );
  return { guestId, reservationId, screeningId };
}

/** One card with a note, a link and a merge. */
async function fillCards(make: Make, home: string, word: string) {
  const add = (firstName: string) => make<Card>(`${home}/profiles`, { firstName, lastName: word });
  const [one, two, merged] = [await add('Uno'), await add('Dos'), await add('Tres')];
  const path = `${home}/profiles/${one.id}`;
  await make(`${path}/notes`, { kind: 'note', text: `Likes ${word}` });
  const linked = await make<Card>(`${path}/links`, { otherId: two.id, kind: 'family' });
  const versions = { version: linked.version, otherVersion: merged.version };
  const card = await make<Card>(`${path}/merge`, { otherId: merged.id, ...versions });
  return {
    profileId: one.id,
    otherId: two.id,
    noteId: card.notes[0]?.id ?? '',
    linkId: card.links[0]?.id ?? '',
    mergeId: card.merges[0]?.id ?? '',
  };
}

async function addToken(make: Make, { propertyId, word }: Pick<House, 'propertyId' | 'word'>): Promise<string> {
  const expiresAt = plusMs(hotelClock.now(), 86_400_000);
  const wanted = { name: `Token of ${word}`, scope: 'read', propertyIds: [propertyId], expiresAt };
  return (await make<{ token: { id: string } }>('/tokens', wanted)).token.id;
}

/** One that nothing settles but a connection made anew: others are looked at each minute, and found to be over. */
async function raiseAlert(store: Store, propertyId: string): Promise<string> {
  const [kind, at] = ['property_disconnected', hotelClock.now()] as const;
  await store.transaction((rows) => rows.alerts.raise({ kind, propertyId, about: 'refresh', facts: {}, at }));
  const open = await store.read((rows) => rows.alerts.listOpen(kind));
  return open.find((alert) => alert.propertyId === propertyId)?.id ?? '';
}
