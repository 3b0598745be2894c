import type { Randomness } from '../randomness.ts';
import type { WorldEvent } from '../world/records.ts';

/** How an event spells its IDs: the vendor's events differ. */
interface Spelling {
  readonly property: 'propertyID' | 'propertyId';
  readonly reservation?: 'reservationID' | 'reservationId';
  readonly guest?: 'guestID' | 'guestId';
}

const spellings: Readonly<Record<string, Spelling>> = {
  'reservation/created': { property: 'propertyID', reservation: 'reservationID' },
  'reservation/status_changed': { property: 'propertyID', reservation: 'reservationID' },
  'reservation/dates_changed': { property: 'propertyID', reservation: 'reservationId' },
  'reservation/deleted': { property: 'propertyId', reservation: 'reservationId' },
  'guest/created': { property: 'propertyId', guest: 'guestId' },
  'guest/assigned': { property: 'propertyID', reservation: 'reservationID', guest: 'guestID' },
  'guest/removed': { property: 'propertyId', reservation: 'reservationId', guest: 'guestId' },
  'guest/details_changed': { property: 'propertyId', guest: 'guestId' },
  'integration/appstate_changed': { property: 'propertyID' },
};

/** The JSON of one event. A repeated delivery repeats it to the letter. */
export function toPayload(event: WorldEvent, random: Randomness): Readonly<Record<string, unknown>> {
  const spelling = spellings[event.event] ?? { property: 'propertyID' };
  const { reservationId, guestId } = event;
  return {
    version: '1.0',
    event: event.event,
    timestamp: Number(((event.atMs + random.next()) / 1_000).toFixed(6)),
    [spelling.property]: Number(event.propertyId),
    [`${spelling.property}_str`]: event.propertyId,
    ...(reservationId !== undefined && { [spelling.reservation ?? 'reservationID']: reservationId }),
    ...(guestId !== undefined && { [spelling.guest ?? 'guestID']: guestId }),
    ...event.facts,
  };
}
