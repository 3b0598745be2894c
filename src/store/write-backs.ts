import type { WriteBack, WriteBackRepository, WriteBackState } from '../ports/store.ts';
import { prepareChange, prepareRows } from './prepared.ts';
import { toPresent } from './present.ts';
import type { RowParts } from './row-parts.ts';
import type { Sealed } from './tables.ts';

export function createWriteBacks(parts: RowParts): WriteBackRepository {
  const { sealing } = parts;
  const statements = createStatements(parts);
  return {
    async find(propertyId, guestId) {
      const [row] = await statements.find({ propertyId, guestId });
      if (row === undefined) return undefined;
      const { sealedWritten, ...rest } = row;
      const written = sealing.open(placeOf(propertyId, guestId), sealedWritten) as Written;
      return { ...toPresent(rest), ...written };
    },
    async save(writeBack) {
      const { propertyId, guestId, writtenFields, writtenNote } = writeBack;
      const written = sealing.seal(placeOf(propertyId, guestId), { writtenFields, writtenNote });
      const { screeningId, state, at, noteId = null, requestId = null } = writeBack;
      await statements.save({ propertyId, guestId, screeningId, state, at, noteId, requestId, written });
    },
  };
}

type Written = Pick<WriteBack, 'writtenFields' | 'writtenNote'>;

function placeOf(propertyId: string, guestId: string): string {
  return `write_back/${propertyId}/${guestId}`;
}

interface WriteBackRow {
  readonly propertyId: string;
  readonly guestId: string;
  readonly screeningId: string;
  readonly state: WriteBackState;
  readonly at: string;
  readonly noteId: string | null;
  readonly requestId: string | null;
  readonly written: Sealed;
}

function createStatements({ database }: RowParts) {
  return {
    find: prepareRows(database, (given: { propertyId: string; guestId: string }) =>
      database
        .selectFrom('write_back')
        .select(['property_id as propertyId', 'guest_id as guestId', 'screening_id as screeningId', 'state', 'at'])
        .select(['note_id as noteId', 'request_id as requestId', 'sealed_written as sealedWritten'])
        .where('property_id', '=', given.propertyId)
        .where('guest_id', '=', given.guestId),
    ),
    save: prepareChange(database, (given: WriteBackRow) => {
      const values = {
        screening_id: given.screeningId,
        state: given.state,
        at: given.at,
        note_id: given.noteId,
        request_id: given.requestId,
        sealed_written: given.written,
      };
      return database
        .insertInto('write_back')
        .values({ property_id: given.propertyId, guest_id: given.guestId, ...values })
        .onConflict((conflict) => conflict.columns(['property_id', 'guest_id']).doUpdateSet(values));
    }),
  };
}
