import { ServiceError } from '../../domain/errors.ts';
import type {
  HouseListEntry,
  HouseListKey,
  HouseListMatch,
  HouseListPageQuery,
  HouseListRepository,
} from '../../ports/house-list.ts';
import { type JsonCell, toJsonRows } from '../engine.ts';
import { createHouseListStatements, type HouseListRow } from './house-list-statements.ts';
import type { RowParts } from '../row-parts.ts';

export function createHouseList(parts: RowParts): HouseListRepository {
  const { sealing, digests } = parts;
  const statements = createHouseListStatements(parts);
  const toEntry = (row: HouseListRow) => toHouseListEntry(sealing.open(placeOf(row.id), row.sealedEntry), row);
  const toDigest = (key: HouseListKey) => digests.houseListKey(`${key.kind}:${key.value}`);

  return {
    async add(entry, keys) {
      const { id, propertyId, createdAt, state, validUntil = null } = entry;
      const sealed = sealing.seal(placeOf(id), entry);
      const [row] = await statements.add({ id, propertyId, createdAt, validUntil, state, sealed });
      const cells = keys.map((key): JsonCell[] => [propertyId, toDigest(key), key.kind, row?.no]);
      if (cells.length > 0) await statements.addKeys({ rows: toJsonRows(cells) });
    },
    async remove(propertyId, entryId) {
      return (await statements.remove({ propertyId, entryId })) > 0;
    },
    async find(propertyId, query, today) {
      if (query.keys.length === 0) return [];
      const digestRows = toJsonRows(query.keys.map((key) => [toDigest(key)]));
      return toMatches(await statements.findByKeys({ propertyId, digestRows, today }), toEntry);
    },
    async list(propertyId, page) {
      return (await listRows(statements, { propertyId, ...page })).map(toEntry);
    },
    async saveState(entry) {
      const { id, propertyId, state } = entry;
      const changed = await statements.saveState({ id, propertyId, state, sealed: sealing.seal(placeOf(id), entry) });
      if (changed === 0) throw new ServiceError('house_list_entry_unknown', { propertyId, entryId: id });
      if (state === 'rejected' || state === 'ended') await statements.removeKeys({ propertyId, id });
    },
    async get(propertyId, entryId) {
      const [row] = await statements.find({ propertyId, entryId });
      if (row === undefined) throw new ServiceError('house_list_entry_unknown', { propertyId, entryId });
      return toEntry(row);
    },
  };
}

function placeOf(entryId: string): string {
  return `house_list_entry/${entryId}`;
}

function listRows(
  statements: ReturnType<typeof createHouseListStatements>,
  { state, after, ...page }: HouseListPageQuery & { readonly propertyId: string },
): Promise<HouseListRow[]> {
  const last = after && { lastCreatedAt: after.createdAt, lastId: after.id };
  if (state === undefined) {
    return last === undefined ? statements.listFirst(page) : statements.listAfter({ ...page, ...last });
  }
  return last === undefined
    ? statements.listFirstIn({ ...page, state })
    : statements.listAfterIn({ ...page, ...last, state });
}

/** Entries that were kept before there were steps began with being added. */
function toHouseListEntry(opened: unknown, { state }: HouseListRow): HouseListEntry {
  const entry = opened as HouseListEntry;
  const steps = (entry.steps as HouseListEntry['steps'] | undefined) ?? [
    { act: 'added', at: entry.createdAt, by: entry.createdBy },
  ];
  return { ...entry, state, steps };
}

type SharedKeyRow = HouseListRow & Pick<HouseListKey, 'kind'>;

/** Rows of an entry stand together. */
function toMatches(
  rows: readonly SharedKeyRow[],
  toEntry: (row: HouseListRow) => HouseListEntry,
): readonly HouseListMatch[] {
  const byEntry = new Map<string, SharedKeyRow[]>();
  for (const row of rows) byEntry.set(row.id, [...(byEntry.get(row.id) ?? []), row]);
  return [...byEntry.values()].flatMap((shared) => {
    const [first] = shared;
    return first === undefined
      ? []
      : [{ entry: toEntry(first), sharedKinds: [...new Set(shared.map(({ kind }) => kind))] }];
  });
}
