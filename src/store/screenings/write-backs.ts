import { sql } from 'kysely';
import type { Drift } from '../../domain/drift.ts';
import type { WriteBack, WriteBackRepository, WriteBackState } from '../../ports/store.ts';
import { selectJsonValues, toJsonRows } from '../engine.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import { toPresent } from '../present.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealed } from '../tables.ts';

export function createWriteBacks(parts: RowParts): WriteBackRepository {
  const { sealing } = parts;
  const statements = createStatements(parts);
  const toWriteBack = ({ sealedWritten, drift, ...rest }: StoredRow): WriteBack => ({
    ...toPresent(rest),
    ...(sealing.open(placeOf(rest.propertyId, rest.guestId), sealedWritten) as Written),
    ...(drift !== null && { drift: JSON.parse(drift) as readonly Drift[] }),
  });
  return {
    async find(propertyId, guestId) {
      const [row] = await statements.find({ propertyId, guestId });
      if (row === undefined) return undefined;
      return toWriteBack(row);
    },
    async listByGuests(propertyId, guestIds) {
      if (guestIds.length === 0) return new Map();
      const rows = await statements.listByGuests({ propertyId, ids: toJsonRows(guestIds.map((id) => [id])) });
      return new Map(rows.map((row) => [row.guestId, toWriteBack(row)]));
    },
    hasRefused: async (propertyId) => (await statements.findRefused({ propertyId })).length > 0,
    async forgetGuest(propertyId, guestId) {
      const written = sealing.seal(placeOf(propertyId, guestId), {});
      await statements.forget({ propertyId, guestId, written });
    },
    async save(writeBack) {
      const { propertyId, guestId, writtenFields, writtenNote } = writeBack;
      const written = sealing.seal(placeOf(propertyId, guestId), { writtenFields, writtenNote });
      const { screeningId, state, at, noteId = null, requestId = null, drift = [] } = writeBack;
      const differing = drift.length === 0 ? null : JSON.stringify(drift);
      await statements.save({
        propertyId,
        guestId,
        screeningId,
        state,
        at,
        noteId,
        requestId,
        drift: differing,
        written,
      });
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
  readonly drift: string | null;
  readonly written: Sealed;
}

type StoredRow = Omit<WriteBackRow, 'written'> & { readonly sealedWritten: Sealed };

function createStatements({ database, engine }: RowParts) {
  const select = () =>
    database
      .selectFrom('write_back')
      .select(['property_id as propertyId', 'guest_id as guestId', 'screening_id as screeningId', 'state', 'at'])
      .select(['note_id as noteId', 'request_id as requestId', 'drift', 'sealed_written as sealedWritten']);
  return {
    find: prepareRows(database, (given: { propertyId: string; guestId: string }) =>
      select().where('property_id', '=', given.propertyId).where('guest_id', '=', given.guestId),
    ),
    listByGuests: prepareRows(database, (given: { propertyId: string; ids: string }) =>
      select()
        .where('property_id', '=', given.propertyId)
        .where('guest_id', 'in', selectJsonValues(engine, given.ids, 'text')),
    ),
    findRefused: prepareRows(database, (given: { propertyId: string }) =>
      database
        .selectFrom('write_back')
        .select('guest_id')
        .where('property_id', '=', given.propertyId)
        .where('state', '=', sql.lit('refused'))
        .limit(sql.lit(1)),
    ),
    forget: prepareChange(database, (given: { propertyId: string; guestId: string; written: Sealed }) =>
      database
        .updateTable('write_back')
        .set({ sealed_written: given.written, drift: null })
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
        drift: given.drift,
        sealed_written: given.written,
      };
      return database
        .insertInto('write_back')
        .values({ property_id: given.propertyId, guest_id: given.guestId, ...values })
        .onConflict((conflict) => conflict.columns(['property_id', 'guest_id']).doUpdateSet(values));
    }),
  };
}
