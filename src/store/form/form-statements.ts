import { selectJsonValues } from '../engine.ts';
import { formColumns, type FormRow } from './form-row.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { KeyedDigest, Sealed } from '../tables.ts';
import type { SubjectKey } from '../../ports/store.ts';

export interface NewFormRow {
  readonly id: string;
  readonly propertyId: string;
  readonly reservationId: string;
  readonly guestId: string | null;
  readonly hostFormId: string | null;
  readonly generation: number;
  readonly digest: KeyedDigest;
  readonly needed: string;
  readonly openedAt: string;
  readonly sealed: Sealed;
}

/** Every column that a save writes; `digest` null: the link stays. */
export type SavedFormRow = Omit<FormRow, 'propertyId' | 'reservationId' | 'hostFormId' | 'openedAt'> & {
  readonly digest: KeyedDigest | null;
};

interface Companions extends Pick<SubjectKey, 'propertyId' | 'reservationId'> {
  readonly from: string;
  readonly into: string;
}

export function createFormStatements(parts: RowParts) {
  return { ...createQueries(parts), ...createChanges(parts), ...createMoves(parts) };
}

function createQueries({ database, engine }: RowParts) {
  const select = () => database.selectFrom('guest_form').select(formColumns);
  return {
    find: prepareRows(database, (given: { formId: string }) => select().where('id', '=', given.formId)),
    findByToken: prepareRows(database, (given: { digest: KeyedDigest }) =>
      select().where('token_digest', '=', given.digest),
    ),
    findBySubject: prepareRows(database, (given: SubjectKey) =>
      select()
        .where('property_id', '=', given.propertyId)
        .where('reservation_id', '=', given.reservationId)
        .where('guest_id', '=', given.guestId),
    ),
    listByReservation: prepareRows(database, (given: { propertyId: string; reservationId: string }) =>
      select()
        .where('property_id', '=', given.propertyId)
        .where('reservation_id', '=', given.reservationId)
        .orderBy('no'),
    ),
    listByGuest: prepareRows(database, (given: { propertyId: string; guestId: string }) =>
      select().where('property_id', '=', given.propertyId).where('guest_id', '=', given.guestId).orderBy('no'),
    ),
    listSubmitted: prepareRows(database, (given: { propertyId: string; ids: string }) =>
      select()
        .where('property_id', '=', given.propertyId)
        .where('guest_id', 'in', selectJsonValues(engine, given.ids, 'text'))
        .where('submitted_at', 'is not', null)
        .orderBy('submitted_at'),
    ),
    listPersonAsked: prepareRows(database, (given: { propertyId: string; limit: number }) =>
      select()
        .where('property_id', '=', given.propertyId)
        .where('person_asked_at', 'is not', null)
        .orderBy('person_asked_at')
        .limit(given.limit),
    ),
  };
}

function createChanges({ database }: RowParts) {
  return {
    add: prepareChange(database, (given: NewFormRow) =>
      database.insertInto('guest_form').values({
        id: given.id,
        property_id: given.propertyId,
        reservation_id: given.reservationId,
        guest_id: given.guestId,
        host_form_id: given.hostFormId,
        state: 'open',
        generation: given.generation,
        revision: 1,
        token_digest: given.digest,
        needed: given.needed,
        opened_at: given.openedAt,
        delivery: 'none',
        wrong_factors: 0,
        sealed_content: given.sealed,
      }),
    ),
    save: prepareChange(database, (given: SavedFormRow) =>
      database
        .updateTable('guest_form')
        .set((row) => ({
          guest_id: given.guestId,
          state: given.state,
          generation: given.generation,
          revision: given.revision,
          token_digest: row.fn.coalesce(row.val(given.digest), 'token_digest'),
          needed: given.needed,
          language: given.language,
          submitted_at: given.submittedAt,
          delivery: given.delivery,
          delivered_at: given.deliveredAt,
          refusal: given.refusal,
          person_asked_at: given.personAskedAt,
          sealed_content: given.sealedContent,
        }))
        .where('id', '=', given.id),
    ),
  };
}

function createMoves({ database }: RowParts) {
  return {
    /** The count starts again where the last wrong one is older than `since`. */
    countFactorTry: prepareRows(database, (given: { formId: string; at: string; since: string; wrong: number }) =>
      database
        .updateTable('guest_form')
        .set((row) => ({
          wrong_factors: row
            .case()
            .when('wrong_factors_since', '>', given.since)
            .then(row('wrong_factors', '+', given.wrong))
            .else(row.val(given.wrong))
            .end(),
          wrong_factors_since: row
            .case()
            .when('wrong_factors_since', '>', given.since)
            .then(row.ref('wrong_factors_since'))
            .else(given.at)
            .end(),
        }))
        .where('id', '=', given.formId)
        .returning('wrong_factors as count'),
    ),
    moveCompanions: prepareChange(database, (given: Companions) =>
      database
        .updateTable('guest_form')
        // Nobody is their own companion.
        .set((row) => ({ host_form_id: row.fn<string | null>('nullif', [row.val(given.into), 'id']) }))
        .where('property_id', '=', given.propertyId)
        .where('reservation_id', '=', given.reservationId)
        .where('host_form_id', '=', given.from),
    ),
    moveGuest: prepareChange(database, (given: { propertyId: string; from: string; into: string }) =>
      database
        .updateTable('guest_form')
        .set({ guest_id: given.into })
        .where('property_id', '=', given.propertyId)
        .where('guest_id', '=', given.from)
        .where('reservation_id', 'not in', (row) =>
          row
            .selectFrom('guest_form as other')
            .select('other.reservation_id')
            .where('other.property_id', '=', given.propertyId)
            .where('other.guest_id', '=', given.into),
        ),
    ),
  };
}
