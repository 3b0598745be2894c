import { sql } from 'kysely';
import { ServiceError } from '../domain/errors.ts';
import { type PersonStay, toPersonKeys, type Withdrawal } from '../domain/known-guest.ts';
import type { Subject } from '../domain/subject.ts';
import type { KnownGuestRepository } from '../ports/known-guests.ts';
import { selectJsonValues, toJsonRows } from './engine.ts';
import { prepareChange, prepareRows } from './prepared.ts';
import { toPresent } from './present.ts';
import type { RowParts } from './row-parts.ts';
import type { Sealed } from './tables.ts';

export function createKnownGuests(parts: RowParts): KnownGuestRepository {
  const { sealing } = parts;
  const statements = createStatements(parts);
  const toPerson = ({ propertyId, guestId, fields }: Subject): Person => {
    const keys = toPersonKeys(fields).map((key) => [parts.digests.searchTerm(key)]);
    return { propertyId, guestId, keys: toJsonRows(keys) };
  };
  return {
    async findHistory(subject) {
      const person = toPerson(subject);
      const stays = await statements.listStays(person);
      const withdrawn = await statements.listWithdrawals(person);
      const [approved] = await statements.findApproval(person);
      return {
        stays: stays.map((stay): PersonStay => toPresent(stay)),
        withdrawals: withdrawn.map((row) => sealing.open(placeOf(row.screeningId), row.sealed) as Withdrawal),
        ...(approved?.at ? { approvedAt: approved.at } : {}),
      };
    },
    async listSubjects(subject) {
      const stays = await statements.listStays(toPerson(subject));
      return stays.map(({ reservationId, guestId }) => ({ propertyId: subject.propertyId, reservationId, guestId }));
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

function placeOf(screeningId: string): string {
  return `withdrawal/${screeningId}`;
}

interface Person {
  readonly propertyId: string;
  readonly guestId: string;
  /** Digests, as JSON. */
  readonly keys: string;
}

function createStatements(parts: RowParts) {
  return { ...createQueries(parts), ...createChanges(parts) };
}

/** By guest id and by person keys: each follows an index of its own. */
function findSubjects({ database, engine }: RowParts, given: Person) {
  return database
    .selectFrom('subject')
    .select('subject.no')
    .where('subject.property_id', '=', given.propertyId)
    .where('subject.guest_id', '=', given.guestId)
    .union(
      database
        .selectFrom('subject_search')
        .select('subject_search.subject_no as no')
        .where('subject_search.property_id', '=', given.propertyId)
        .where('subject_search.digest', 'in', selectJsonValues(engine, given.keys, 'bytes')),
    );
}

function createQueries(parts: RowParts) {
  const { database } = parts;
  return {
    listStays: prepareRows(database, (given: Person) =>
      database
        .selectFrom('subject')
        .leftJoin('screening', (join) =>
          join
            .onRef('screening.subject_no', '=', 'subject.no')
            .on('screening.is_current', '=', sql.lit(1))
            .on(sql<boolean>`screening.status in ('completed', 'failed')`),
        )
        .select(['subject.reservation_id as reservationId', 'subject.guest_id as guestId'])
        .select(['subject.reservation_status as reservationStatus', 'subject.arrives_on as arrivesOn'])
        .select('screening.shown_outcome as outcome')
        .select((row) => row.fn.coalesce('screening.decided_at', 'screening.updated_at').as('settledAt'))
        .where('subject.no', 'in', findSubjects(parts, given))
        .orderBy('subject.no'),
    ),
    findApproval: prepareRows(database, (given: Person) =>
      database
        .selectFrom('screening')
        .select((row) => row.fn.max('decided_at').as('at'))
        .where('subject_no', 'in', findSubjects(parts, given))
        .where('decision', '=', sql.lit('approved')),
    ),
    listWithdrawals: prepareRows(database, (given: Person) =>
      database
        .selectFrom('withdrawal')
        .select(['screening_id as screeningId', 'sealed_withdrawal as sealed'])
        .where('subject_no', 'in', findSubjects(parts, given))
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
