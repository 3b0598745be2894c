import type { DismissalKey, DismissalRepository, MatchDismissal } from '../ports/dismissals.ts';
import { prepareChange, prepareRows } from './prepared.ts';
import type { RowParts } from './row-parts.ts';
import type { KeyedDigest, Sealed } from './tables.ts';

type Kept = Omit<MatchDismissal, 'person'>;

export function createDismissals(parts: RowParts): DismissalRepository {
  const { sealing, digests } = parts;
  const statements = createStatements(parts);
  const toPlace = (key: Omit<DismissalKey, 'person'>, digest: KeyedDigest) =>
    ['dismissal', key.propertyId, Buffer.from(digest).toString('hex'), key.listId, key.entryId].join('/');
  return {
    async save({ person, ...kept }) {
      const { propertyId, listId, entryId, guestId, validUntil = null } = kept;
      const digest = digests.personState(person);
      const sealed = sealing.seal(toPlace(kept, digest), kept);
      await statements.save({ propertyId, digest, listId, entryId, guestId, validUntil, sealed });
    },
    async list({ propertyId, person }, today) {
      const digest = digests.personState(person);
      const rows = await statements.list({ propertyId, digest, today });
      return rows.map(({ sealed, ...key }) => sealing.open(toPlace({ ...key, propertyId }, digest), sealed) as Kept);
    },
    async remove({ propertyId, person, listId, entryId }) {
      const digest = digests.personState(person);
      return (await statements.remove({ propertyId, digest, listId, entryId })) > 0;
    },
    async forgetGuest(propertyId, guestId) {
      await statements.forgetGuest({ propertyId, guestId });
    },
  };
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

function createStatements({ database }: RowParts) {
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
    list: prepareRows(database, (given: { propertyId: string; digest: KeyedDigest; today: string }) =>
      database
        .selectFrom('dismissal')
        .select(['list_id as listId', 'entry_id as entryId', 'sealed_dismissal as sealed'])
        .where('property_id', '=', given.propertyId)
        .where('person_digest', '=', given.digest)
        .where((row) => row.or([row('valid_until', 'is', null), row('valid_until', '>=', given.today)])),
    ),
    remove: prepareChange(database, (given: Omit<DismissalRow, 'guestId' | 'validUntil' | 'sealed'>) =>
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
