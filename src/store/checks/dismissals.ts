import type { DismissalKey, DismissalRepository, MatchDismissal } from '../../ports/dismissals.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { KeyedDigest, Sealed } from '../tables.ts';

type Kept = Omit<MatchDismissal, 'person'>;

export function createDismissals(parts: RowParts): DismissalRepository {
  const { sealing, digests } = parts;
  const statements = createStatements(parts);
  const toPlace = (key: Omit<DismissalKey, 'person'>, digest: KeyedDigest) =>
    ['dismissal', key.propertyId, toHex(digest), key.listId, key.entryId].join('/');
  const save = async (kept: Kept, digest: KeyedDigest): Promise<void> => {
    const { propertyId, listId, entryId, guestId, validUntil = null } = kept;
    const sealed = sealing.seal(toPlace(kept, digest), kept);
    await statements.save({ propertyId, digest, listId, entryId, guestId, validUntil, sealed });
  };
  return {
    save: ({ person, ...kept }) => save(kept, digests.personState(person)),
    async list({ propertyId, person }, today) {
      const digest = digests.personState(person);
      const rows = await statements.list({ propertyId, digest, today });
      return rows.map(({ sealed, ...key }) => sealing.open(toPlace({ ...key, propertyId }, digest), sealed) as Kept);
    },
    async remove({ propertyId, person, listId, entryId }) {
      const digest = digests.personState(person);
      return (await statements.remove({ propertyId, digest, listId, entryId })) > 0;
    },
    async moveGuest({ propertyId, guestId }, into, persons) {
      const moved = new Map(persons.map(({ from, into: to }) => [toHex(digests.personState(from)), to]));
      for (const { digest: before, ...row } of await statements.listByGuest({ propertyId, guestId })) {
        const person = moved.get(toHex(before));
        const digest = person === undefined ? before : digests.personState(person);
        const key = { propertyId, listId: row.listId, entryId: row.entryId };
        const kept = sealing.open(toPlace(key, before), row.sealed) as Kept;
        await statements.remove({ ...key, digest: before });
        const [other] = await statements.find({ ...key, digest });
        const said = other && (sealing.open(toPlace(key, digest), other.sealed) as Kept);
        if (said !== undefined && said.dismissedAt > kept.dismissedAt) continue;
        await save({ ...kept, guestId: into }, digest);
      }
    },
    async forgetGuest(propertyId, guestId) {
      await statements.forgetGuest({ propertyId, guestId });
    },
  };
}

function toHex(digest: KeyedDigest): string {
  return Buffer.from(digest).toString('hex');
}

interface DismissalRow {
  readonly propertyId: string;
  readonly digest: KeyedDigest;
  readonly listId: string;
  readonly entryId: string;
  readonly guestId: string;
  readonly validUntil: string | null;
  readonly sealed: Sealed;
}

type KeyOfRow = Omit<DismissalRow, 'guestId' | 'validUntil' | 'sealed'>;

function createStatements(parts: RowParts) {
  return { ...createQueries(parts), ...createChanges(parts) };
}

function createQueries({ database }: RowParts) {
  return {
    find: prepareRows(database, (given: KeyOfRow) =>
      database
        .selectFrom('dismissal')
        .select('sealed_dismissal as sealed')
        .where('property_id', '=', given.propertyId)
        .where('person_digest', '=', given.digest)
        .where('list_id', '=', given.listId)
        .where('entry_id', '=', given.entryId),
    ),
    list: prepareRows(database, (given: { propertyId: string; digest: KeyedDigest; today: string }) =>
      database
        .selectFrom('dismissal')
        .select(['list_id as listId', 'entry_id as entryId', 'sealed_dismissal as sealed'])
        .where('property_id', '=', given.propertyId)
        .where('person_digest', '=', given.digest)
        .where((row) => row.or([row('valid_until', 'is', null), row('valid_until', '>=', given.today)])),
    ),
    listByGuest: prepareRows(database, (given: { propertyId: string; guestId: string }) =>
      database
        .selectFrom('dismissal')
        .select(['person_digest as digest', 'list_id as listId', 'entry_id as entryId'])
        .select('sealed_dismissal as sealed')
        .where('property_id', '=', given.propertyId)
        .where('guest_id', '=', given.guestId),
    ),
  };
}

function createChanges({ database }: RowParts) {
  return {
    save: prepareChange(database, (given: DismissalRow) => {
      const values = {
        guest_id: given.guestId,
        valid_until: given.validUntil,
        sealed_dismissal: given.sealed,
      };
      const key = {
        property_id: given.propertyId,
        person_digest: given.digest,
        list_id: given.listId,
        entry_id: given.entryId,
      };
      return database
        .insertInto('dismissal')
        .values({ ...key, ...values })
        .onConflict((conflict) =>
          conflict.columns(['property_id', 'person_digest', 'list_id', 'entry_id']).doUpdateSet(values),
        );
    }),
    remove: prepareChange(database, (given: KeyOfRow) =>
      database
        .deleteFrom('dismissal')
        .where('property_id', '=', given.propertyId)
        .where('person_digest', '=', given.digest)
        .where('list_id', '=', given.listId)
        .where('entry_id', '=', given.entryId),
    ),
    forgetGuest: prepareChange(database, (given: { propertyId: string; guestId: string }) =>
      database
        .deleteFrom('dismissal')
        .where('property_id', '=', given.propertyId)
        .where('guest_id', '=', given.guestId),
    ),
  };
}
