import { toDayAfter, toDayStart, toLocalDate } from '../../domain/calendar.ts';
import { isServiceError } from '../../domain/errors.ts';
import { housekeeping } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HouseListEntry, HouseListKey, HouseListPerson } from '../../ports/house-list.ts';
import type { JobHandler } from '../../ports/jobs.ts';
import type { Rows, ScreeningListItem, Store } from '../../ports/store.ts';
import { listComing } from '../syncing/list-coming.ts';
import { listOtherSelves, type OtherSelf } from '../profiles/other-selves.ts';
import { screenAgain } from '../syncing/start-screening.ts';

export interface RecheckParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly toKeys: (propertyId: string, person: HouseListPerson) => readonly HouseListKey[];
  readonly toSubjectKeys: (self: OtherSelf) => readonly HouseListKey[];
}

/**
 * After an entry became active: screens again every guest in house or to come who shares something with it. After one ended
 * or was removed: every one of whom the house list had something to say, or may be about to say what it said before.
 * An entry with a last day makes the same due for when that is over.
 */
export function createRecheckHouseList(parts: RecheckParts): JobHandler<'recheck-house-list'> {
  return async ({ propertyId, entryId }, { lease, signal }) => {
    const at = parts.clock.now();
    const { entry, timeZone } = await parts.store.read(async (rows) => ({
      entry: await findEntry(rows, propertyId, entryId),
      timeZone: (await rows.properties.get(propertyId)).timeZone,
    }));
    const isTouched: IsTouched = entry?.state !== 'active' ? mayHaveHouseListReason : sharesKeyWith(entry, parts);
    for await (const page of listComing(parts.store, { propertyId, timeZone, at, pageSize: 100 })) {
      signal.throwIfAborted();
      const touched = await filter(parts.store, page, isTouched);
      await parts.store.transactionUnder(lease, async (rows) => {
        for (const { subject } of touched) await screenAgain(rows, subject, { at, actor: 'house list' });
      });
    }
    const isOpenEnded = entry?.state !== 'active' || entry.validUntil === undefined;
    if (isOpenEnded || entry.validUntil < toLocalDate(at, timeZone)) return;
    const runAt = toDayStart(toDayAfter(entry.validUntil), timeZone);
    const again = {
      kind: 'recheck-house-list',
      payload: { propertyId, entryId },
      urgency: housekeeping,
      runAt,
    } as const;
    await parts.store.transactionUnder(lease, (rows) => rows.jobs.enqueue(again));
  };
}

async function findEntry(rows: Rows, propertyId: string, entryId: string): Promise<HouseListEntry | undefined> {
  try {
    return await rows.houseList.get(propertyId, entryId);
  } catch (error) {
    if (isServiceError(error, 'house_list_entry_unknown')) return undefined;
    throw error;
  }
}

type IsTouched = (rows: Rows, item: ScreeningListItem) => Promise<boolean>;

function filter(
  store: Store,
  page: readonly ScreeningListItem[],
  isTouched: IsTouched,
): Promise<readonly ScreeningListItem[]> {
  return store.read(async (rows) => {
    const touched: ScreeningListItem[] = [];
    for (const item of page) if (await isTouched(rows, item)) touched.push(item);
    return touched;
  });
}

function mayHaveHouseListReason(_rows: Rows, { screening: { status, findings } }: ScreeningListItem): Promise<boolean> {
  const isBeingAsked = status === 'in_progress' && findings.length === 0;
  const said = findings.some(({ reasons }) => reasons.some(({ code }) => code.startsWith('house_list.')));
  return Promise.resolve(isBeingAsked || said);
}

/** By what the guest is booked with, or what the same person is written down with elsewhere. */
function sharesKeyWith(entry: HouseListEntry, parts: RecheckParts): IsTouched {
  const keys = new Set(parts.toKeys(entry.propertyId, entry).map(toText));
  const shares = (self: OtherSelf) => parts.toSubjectKeys(self).some((key) => keys.has(toText(key)));
  return async (rows, { subject }) => shares(subject) || (await listOtherSelves(rows, subject)).some(shares);
}

function toText({ kind, value }: HouseListKey): string {
  return `${kind}:${value}`;
}
