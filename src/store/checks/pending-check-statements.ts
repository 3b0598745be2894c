import { sql } from 'kysely';
import type { PendingCheckState } from '../../ports/pending-checks.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { KeyedDigest, Sealed } from '../tables.ts';

export interface PendingCheckRow {
  readonly id: string;
  readonly propertyId: string;
  readonly providerId: string;
  readonly guestId: string;
  readonly screeningId: string;
  readonly questionKey: string;
  readonly state: PendingCheckState;
  readonly askedAt: string;
  readonly overdueAt: string;
  readonly nextPollAt: string | null;
  readonly sealedQuestion: Sealed;
}

interface ReferenceRow {
  readonly propertyId: string;
  readonly providerId: string;
  readonly referenceDigest: KeyedDigest;
}

interface ReopenedRow {
  readonly pendingId: string;
  readonly screeningId: string;
  readonly overdueAt: string;
  readonly nextPollAt: string | null;
}

type NewRow = Omit<PendingCheckRow, 'state'> & ReferenceRow;

export function createPendingCheckStatements(parts: RowParts) {
  return { ...createQueries(parts), ...createChanges(parts), ...createGuestChanges(parts) };
}

function createQueries({ database }: RowParts) {
  const select = () =>
    database
      .selectFrom('pending_check')
      .select(['id', 'property_id as propertyId', 'provider_id as providerId', 'guest_id as guestId'])
      .select(['screening_id as screeningId', 'question_key as questionKey', 'state', 'asked_at as askedAt'])
      .select(['overdue_at as overdueAt', 'next_poll_at as nextPollAt', 'sealed_question as sealedQuestion']);
  return {
    find: prepareRows(database, (given: { pendingId: string }) => select().where('id', '=', given.pendingId)),
    findByReference: prepareRows(database, (given: ReferenceRow) =>
      select()
        .where('property_id', '=', given.propertyId)
        .where('provider_id', '=', given.providerId)
        .where('reference_digest', '=', given.referenceDigest),
    ),
    findByQuestion: prepareRows(database, (given: { questionKey: string; now: string }) =>
      select()
        .where('question_key', '=', given.questionKey)
        .where('state', '=', sql.lit('pending'))
        .where('overdue_at', '>', given.now)
        .orderBy('asked_at', 'desc')
        .limit(1),
    ),
    listRedacting: prepareRows(database, (given: { propertyId: string; guestId: string }) =>
      database
        .selectFrom('pending_check')
        .select('id')
        .where('property_id', '=', given.propertyId)
        .where('guest_id', '=', given.guestId)
        .where('state', '=', sql.lit('redacting')),
    ),
  };
}

function createChanges({ database }: RowParts) {
  // What is being redacted stays so, whoever finishes late.
  const update = (given: { pendingId: string }) =>
    database.updateTable('pending_check').where('id', '=', given.pendingId).where('state', '<>', sql.lit('redacting'));
  return {
    add: prepareChange(database, (given: NewRow) =>
      database.insertInto('pending_check').values({
        id: given.id,
        property_id: given.propertyId,
        provider_id: given.providerId,
        guest_id: given.guestId,
        screening_id: given.screeningId,
        reference_digest: given.referenceDigest,
        question_key: given.questionKey,
        state: sql.lit('pending'),
        asked_at: given.askedAt,
        overdue_at: given.overdueAt,
        next_poll_at: given.nextPollAt,
        sealed_question: given.sealedQuestion,
      }),
    ),
    reopen: prepareChange(database, (given: ReopenedRow) =>
      update(given).set({
        screening_id: given.screeningId,
        state: sql.lit('pending'),
        overdue_at: given.overdueAt,
        next_poll_at: given.nextPollAt,
      }),
    ),
    setState: prepareChange(database, (given: { pendingId: string; state: PendingCheckState }) =>
      update(given).set({ state: given.state }),
    ),
    setNextPoll: prepareChange(database, (given: { pendingId: string; nextPollAt: string }) =>
      update(given).set({ next_poll_at: given.nextPollAt }),
    ),
    setQuestion: prepareChange(database, (given: { pendingId: string; sealedQuestion: Sealed }) =>
      update(given).set({ sealed_question: given.sealedQuestion }),
    ),
    remove: prepareChange(database, (given: { pendingId: string }) =>
      database.deleteFrom('pending_check').where('id', '=', given.pendingId),
    ),
  };
}

function createGuestChanges({ database }: RowParts) {
  return {
    moveGuest: prepareChange(database, (given: { propertyId: string; guestId: string; mergedInto: string }) =>
      database
        .updateTable('pending_check')
        .set({ guest_id: given.mergedInto })
        .where('property_id', '=', given.propertyId)
        .where('guest_id', '=', given.guestId),
    ),
    // A question's key is made of the person's data, so it goes too.
    forgetGuest: prepareChange(database, (given: { propertyId: string; guestId: string }) =>
      database
        .updateTable('pending_check')
        .set({ state: sql.lit('redacting'), question_key: sql.lit(''), next_poll_at: null })
        .where('property_id', '=', given.propertyId)
        .where('guest_id', '=', given.guestId),
    ),
  };
}
