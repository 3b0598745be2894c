import { sql } from 'kysely';
import { ServiceError } from '../../domain/errors.ts';
import { type PersonStay, toPersonKeys, type Withdrawal } from '../../domain/known-guest.ts';
import type { ShownOutcome } from '../../domain/screening.ts';
import type { ReservationStatus, Subject } from '../../domain/subject.ts';
import type { KnownGuestRepository } from '../../ports/known-guests.ts';
import { selectJsonValues, toJsonRows } from '../engine.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import { toPresent } from '../present.ts';
import type { RowParts } from '../row-parts.ts';
import { createPersonStatements, openWarning } from '../subjects/person-subjects.ts';
import type { Sealed } from '../tables.ts';

export function createKnownGuests(parts: RowParts): KnownGuestRepository {
  const { sealing } = parts;
  const statements = { ...createStatements(parts), ...createPersonStatements(parts) };
  const findPerson = async ({ propertyId, guestId, fields }: Subject): Promise<PersonSubjects> => {
    const keys = toPersonKeys(fields).map((key) => [parts.digests.searchTerm(key)]);
    const own = await statements.listOwn({ propertyId, guestId, keys: toJsonRows(keys) });
    const onCard = await statements.listOnCard({ propertyId, guestId });
    const toNos = (rows: readonly { readonly no: number }[]) => toJsonRows(rows.map(({ no }) => [no]));
    const merged = onCard.filter(({ isMerged }) => isMerged === 1);
    return { same: toNos([...own, ...merged]), all: toNos([...own, ...onCard]) };
  };
  return {
    async findHistory(subject) {
      const { same, all } = await findPerson(subject);
      const stays = await statements.listStays({ nos: same });
      const withdrawn = await statements.listWithdrawals({ nos: all });
      const [approved] = await statements.findApproval({ nos: same });
      const declined = await statements.listDeclined({ nos: same });
      const warnings = await statements.listWarnings(subject);
      return {
        stays: stays.map(toPersonStay),
        withdrawals: withdrawn.map((row) => sealing.open(placeOf(row.screeningId), row.sealed) as Withdrawal),
        ...(approved?.at ? { approvedAt: approved.at } : {}),
        ...(declined.length > 0 && { declined }),
        ...(warnings.length > 0 && { warnings: warnings.map((row) => openWarning(parts, row)) }),
      };
    },
    async listSubjects(subject) {
      const stays = await statements.listStays({ nos: (await findPerson(subject)).all });
      return stays.map(({ propertyId, reservationId, guestId }) => ({ propertyId, reservationId, guestId }));
    },
    async addWithdrawal(screeningId, withdrawal) {
      const sealed = sealing.seal(placeOf(screeningId), withdrawal);
      const added = await statements.add({ screeningId, at: withdrawal.at, sealed });
      if (added === 0) throw new ServiceError('screening_unknown', { screeningId });
    },
    async forgetGuest(propertyId, guestId) {
      await statements.forget({ propertyId, guestId });
    },
  };
}

interface StayRow {
  readonly reservationId: string;
  readonly guestId: string;
  readonly reservationStatus: ReservationStatus;
  readonly arrivesOn: string;
  readonly outcome: ShownOutcome | null;
  readonly settledAt: string | null;
}

function toPersonStay({
  reservationId,
  guestId,
  reservationStatus,
  arrivesOn,
  outcome,
  settledAt,
}: StayRow): PersonStay {
  return toPresent({ reservationId, guestId, reservationStatus, arrivesOn, outcome, settledAt });
}

/** Numbers of subjects, as JSON: of who is certainly the same person, and of everybody on the card. */
interface PersonSubjects {
  readonly same: string;
  readonly all: string;
}

function placeOf(screeningId: string): string {
  return `withdrawal/${screeningId}`;
}

function createStatements(parts: RowParts) {
  return { ...createQueries(parts), ...createChanges(parts) };
}

function createQueries({ database, engine }: RowParts) {
  return {
    listStays: prepareRows(database, (given: { nos: string }) =>
      database
        .selectFrom('subject')
        .leftJoin('screening', (join) =>
          join
            .onRef('screening.subject_no', '=', 'subject.no')
            .on('screening.is_current', '=', sql.lit(1))
            .on(sql<boolean>`screening.status in ('completed', 'failed')`),
        )
        .select(['subject.property_id as propertyId', 'subject.reservation_id as reservationId'])
        .select('subject.guest_id as guestId')
        .select(['subject.reservation_status as reservationStatus', 'subject.arrives_on as arrivesOn'])
        .select('screening.shown_outcome as outcome')
        .select((row) => row.fn.coalesce('screening.decided_at', 'screening.updated_at').as('settledAt'))
        .where('subject.no', 'in', selectJsonValues(engine, given.nos, 'integer'))
        .orderBy('subject.no'),
    ),
    findApproval: prepareRows(database, (given: { nos: string }) =>
      database
        .selectFrom('screening')
        .select((row) => row.fn.max('decided_at').as('at'))
        .where('subject_no', 'in', selectJsonValues(engine, given.nos, 'integer'))
        .where('decision', '=', sql.lit('approved')),
    ),
    listDeclined: prepareRows(database, (given: { nos: string }) =>
      database
        .selectFrom('screening')
        .innerJoin('subject', 'subject.no', 'screening.subject_no')
        .select('subject.reservation_id as reservationId')
        .select((row) => row.fn.max<string>('screening.decided_at').as('at'))
        .where('screening.subject_no', 'in', selectJsonValues(engine, given.nos, 'integer'))
        .where('screening.decision', '=', sql.lit('declined'))
        .groupBy('subject.reservation_id')
        .orderBy('subject.reservation_id'),
    ),
    listWithdrawals: prepareRows(database, (given: { nos: string }) =>
      database
        .selectFrom('withdrawal')
        .select(['screening_id as screeningId', 'sealed_withdrawal as sealed'])
        .where('subject_no', 'in', selectJsonValues(engine, given.nos, 'integer'))
        .orderBy('no'),
    ),
  };
}

function createChanges({ database }: RowParts) {
  return {
    add: prepareChange(database, (given: { screeningId: string; at: string; sealed: Sealed }) =>
      database
        .insertInto('withdrawal')
        .columns(['screening_id', 'at', 'sealed_withdrawal', 'subject_no'])
        .expression(
          database
            .selectFrom('screening')
            .select([
              'id',
              sql<string>`${given.at}`.as('at'),
              sql<Sealed>`${given.sealed}`.as('sealed_withdrawal'),
              'subject_no',
            ])
            .where('id', '=', given.screeningId),
        ),
    ),
    forget: prepareChange(database, (given: { propertyId: string; guestId: string }) =>
      database
        .deleteFrom('withdrawal')
        .where('subject_no', 'in', (row) =>
          row
            .selectFrom('subject')
            .select('no')
            .where('property_id', '=', given.propertyId)
            .where('guest_id', '=', given.guestId),
        ),
    ),
  };
}
