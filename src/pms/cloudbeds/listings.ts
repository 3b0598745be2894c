import type { Logger } from '../../ports/logger.ts';
import type { Instant } from '../../domain/subject.ts';
import type {
  ConnectionCall,
  Pms,
  PmsCall,
  PmsProperty,
  PropertyDetails,
  ReservationQuery,
  ReservationSnapshot,
} from '../../ports/pms.ts';
import { toGuestChange } from './guest-change-rows.ts';
import type { Answer, AskScope, HttpDoor } from './http-door.ts';
import type { KnownFieldsCache } from './known-fields.ts';
import { isTimeZone, toWindowStart } from './local-time.ts';
import { isFields, readId, readText } from './loose-values.ts';
import type { Operation, Parameters, Row } from './operations.ts';
import { pageSize, readPages } from './read-pages.ts';
import { toReservationSnapshot } from './reservation-rows.ts';

type Listings = Pick<Pms, 'listReservations' | 'listRecentReservations' | 'listGuestChanges'>;

/**
 * What the PMS lists, page by page. Windows have no end, since rows leave a closed one as soon as they change again, and
 * the default order is kept: it is by booking, in which a change does not move a row.
 */
export function createListings(door: HttpDoor, logger: Logger, known: Pick<KnownFieldsCache, 'recall'>): Listings {
  return {
    listReservations: (call, query) => {
      const { propertyId, timeZone } = call.property;
      const parameters = { propertyID: propertyId, includeGuestsDetails: true, ...toFilter(query, timeZone) };
      return listItems(logger, {
        facts: { operation: 'getReservations', propertyId },
        ask: (page) => door.ask('getReservations', { ...parameters, ...page }, toScope(call)),
        keyFields: ['reservationID'],
        toItem: (row) => toReservationSnapshot(row, call.property),
      });
    },

    listRecentReservations: (call, since) => listRecent(door, logger, { call, since }),

    async *listGuestChanges(call, since) {
      const { propertyId, timeZone } = call.property;
      const fields = await known.recall(propertyId);
      const parameters = { propertyIDs: propertyId, resultsFrom: toWindowStart(since, timeZone) };
      yield* listItems(logger, {
        facts: { operation: 'getGuestsModified', propertyId },
        ask: (page) => door.ask('getGuestsModified', { ...parameters, ...page }, toScope(call)),
        keyFields: ['guestID', 'reservationID', 'roomTypeID', 'roomID'],
        toItem: (row) => toGuestChange(row, fields),
      });
    },
  };
}

/** A request for each time zone, since a window is in local time; the PMS takes several properties, but only here. */
async function* listRecent(
  door: HttpDoor,
  logger: Logger,
  { call, since }: { readonly call: ConnectionCall; readonly since: Instant },
): AsyncIterable<readonly ReservationSnapshot[]> {
  const { connectionId, urgency, signal } = call;
  for (const [timeZone, ofZone] of Map.groupBy(call.properties, (property) => property.timeZone)) {
    const properties = new Map(ofZone.map((property) => [property.propertyId, property]));
    const severalIds = [...properties.keys()];
    const scope: AskScope = { propertyId: undefined, account: { connectionId }, severalIds, urgency, signal };
    const parameters = {
      propertyID: severalIds.join(','),
      includeGuestsDetails: true,
      modifiedFrom: toWindowStart(since, timeZone),
    };
    yield* listItems(logger, {
      facts: { operation: 'getReservations' },
      ask: (page) => door.ask('getReservations', { ...parameters, ...page }, scope),
      keyFields: ['propertyID', 'reservationID'],
      toItem: (row) => toSnapshotOfAny(row, properties),
      isOnce: true,
    });
  }
}

/** A row that does not say whose it is belongs to nobody. */
function toSnapshotOfAny(row: unknown, properties: ReadonlyMap<string, PmsProperty>): ReservationSnapshot | undefined {
  const property = isFields(row) ? properties.get(readId(row.propertyID) ?? '') : undefined;
  return property && toReservationSnapshot(row, property);
}

/** The properties that a credential opens. */
export async function listProperties(
  door: HttpDoor,
  logger: Logger,
  scope: AskScope,
): Promise<readonly PropertyDetails[]> {
  const found = new Map<string, PropertyDetails>();
  const pages = listItems(logger, {
    facts: { operation: 'getHotels' },
    ask: (page) => door.ask('getHotels', page, scope),
    keyFields: ['propertyID'],
    toItem: toProperty,
  });
  for await (const page of pages) for (const property of page) found.set(property.propertyId, property);
  return [...found.values()];
}

export function toScope({ property, urgency, signal, isForced = false }: PmsCall): AskScope {
  return { propertyId: property.propertyId, urgency, signal, isForced };
}

interface Listing<Item> {
  readonly facts: { readonly operation: Operation; readonly propertyId?: string };
  readonly ask: (page: { pageNumber: number; pageSize: number }) => Promise<Answer>;
  readonly keyFields: readonly string[];
  readonly toItem: (row: unknown) => Item | undefined;
  readonly isOnce?: boolean;
}

/**
 * A row that cannot be read is left out with a line in the log: one odd reservation must not keep all others from being
 * screened.
 */
async function* listItems<Item>(logger: Logger, listing: Listing<Item>): AsyncGenerator<readonly Item[]> {
  const { facts, keyFields, isOnce = false } = listing;
  const pages = readPages({
    ask: (pageNumber) => listing.ask({ pageNumber, pageSize }),
    toKey: (row) => (isFields(row) ? keyFields.map((field) => readText(row[field]) ?? '').join('/') : ''),
    onOddTotal: () => logger.info('pms.total_odd', facts),
    isOnce,
  });
  for await (const rows of pages) {
    const items = rows.map(listing.toItem).filter((item) => item !== undefined);
    const unreadable = rows.length - items.length;
    if (unreadable > 0) logger.warn('pms.rows_unreadable', { ...facts, unreadable });
    if (items.length > 0) yield items;
  }
}

function toFilter(query: ReservationQuery, timeZone: string): Parameters<'getReservations'> {
  switch (query.by) {
    case 'modified':
      return { modifiedFrom: toWindowStart(query.since, timeZone) };
    case 'departure':
      return { checkOutFrom: query.from };
    case 'stay':
      return { checkOutFrom: query.from, checkInTo: query.to };
    case 'guest':
      return { guestID: query.guestId };
  }
}

/** Unreadable without a time zone: nothing that such a property tells could be placed in time. */
function toProperty(row: unknown): PropertyDetails | undefined {
  if (!isFields(row)) return undefined;
  const hotel: Row<'Hotel'> = row;
  const propertyId = readId(hotel.propertyID);
  const timeZone = readText(hotel.propertyTimezone);
  if (propertyId === undefined || timeZone === undefined || !isTimeZone(timeZone)) return undefined;
  return { propertyId, timeZone, name: readText(hotel.propertyName) ?? propertyId };
}
