import { ServiceError } from '../domain/errors.ts';
import type { HouseListEntry, HouseListKey, HouseListMatch, HouseListRepository } from '../ports/house-list.ts';
import { type JsonCell, toJsonRows } from './engine.ts';
import { createHouseListStatements, type HouseListRow } from './house-list-statements.ts';
import type { RowParts } from './row-parts.ts';

export function createHouseList(parts: RowParts): HouseListRepository {
  const { sealing, digests } = parts;
  const statements = createHouseListStatements(parts);
  const toEntry = ({ id, sealedEntry }: HouseListRow) => sealing.open(placeOf(id), sealedEntry) as HouseListEntry;
  const toDigest = (key: HouseListKey) => digests.houseListKey(`${key.kind}:${key.value}`);

  return {
    async add(entry, keys) {
      const { id, propertyId, createdAt, validUntil = null } = entry;
      const sealed = sealing.seal(placeOf(id), entry);
      const [row] = await statements.add({ id, propertyId, createdAt, validUntil, sealed });
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
    async list(propertyId, { limit, after }) {
      if (after === undefined) return (await statements.listFirst({ propertyId, limit })).map(toEntry);
      return (await statements.listAfter({ propertyId, limit, after })).map(toEntry);
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
