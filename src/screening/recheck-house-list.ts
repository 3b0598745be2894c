import { isServiceError } from '../domain/errors.ts';
import type { Subject } from '../domain/subject.ts';
import type { Clock } from '../ports/clock.ts';
import type { HouseListEntry, HouseListKey, HouseListPerson } from '../ports/house-list.ts';
import type { JobHandler } from '../ports/jobs.ts';
import type { Rows, ScreeningListItem, Store } from '../ports/store.ts';
import { listComing } from './list-coming.ts';
import { screenAgain } from './start-screening.ts';

export interface RecheckParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly toKeys: (propertyId: string, person: HouseListPerson) => readonly HouseListKey[];
  readonly toSubjectKeys: (subject: Subject) => readonly HouseListKey[];
}

/**
 * After an entry became active: screens again every guest in house or to come who shares something with it. After one ended
 * or was removed: every one of whom the house list had something to say.
 */
export function createRecheckHouseList(parts: RecheckParts): JobHandler<'recheck-house-list'> {
  return async ({ propertyId, entryId }, { lease, signal }) => {
    const at = parts.clock.now();
    const { entry, timeZone } = await parts.store.read(async (rows) => ({
      entry: await findEntry(rows, propertyId, entryId),
      timeZone: (await rows.properties.get(propertyId)).timeZone,
    }));
    const isTouched = entry?.state !== 'active' ? hasHouseListReason : sharesKeyWith(entry, parts);
    for await (const page of listComing(parts.store, { propertyId, timeZone, at, pageSize: 100 })) {
      signal.throwIfAborted();
      const touched = page.filter(isTouched);
      await parts.store.transactionUnder(lease, async (rows) => {
        for (const { subject } of touched) await screenAgain(rows, subject, { at, actor: 'house list' });
      });
    }
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

function hasHouseListReason({ screening }: ScreeningListItem): boolean {
  return screening.findings.some(({ reasons }) => reasons.some(({ code }) => code.startsWith('house_list.')));
}

function sharesKeyWith(entry: HouseListEntry, parts: RecheckParts): (item: ScreeningListItem) => boolean {
  const keys = new Set(parts.toKeys(entry.propertyId, entry).map(toText));
  return ({ subject }) => parts.toSubjectKeys(subject).some((key) => keys.has(toText(key)));
}

function toText({ kind, value }: HouseListKey): string {
  return `${kind}:${value}`;
}
