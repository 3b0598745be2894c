import { sql } from 'kysely';
import { selectJsonValues } from '../engine.ts';
import { prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import { cardsOf } from './profile-cards-of.ts';
import { createStayQueries, selectStays } from './profile-stays.ts';

export type SummaryStatements = ReturnType<typeof createSummaryStatements>;

export function createSummaryStatements(parts: RowParts) {
  return { ...createCards(parts), ...createStays(parts), ...createOwn(parts), ...createStayQueries(parts) };
}

const rootOf = sql<number>`coalesce(p.root_no, p.no)`;

/** Of many shown cards. */
function cardsOfAll({ database, engine }: RowParts, nos: string) {
  return database
    .selectFrom('profile')
    .select('no')
    .where('no', 'in', selectJsonValues(engine, nos, 'integer'))
    .union(
      database
        .selectFrom('profile')
        .select('no')
        .where('root_no', 'in', selectJsonValues(engine, nos, 'integer'))
        .where('root_no', 'is not', null),
    );
}

function createCards(parts: RowParts) {
  const { database, engine } = parts;
  return {
    listRoots: prepareRows(database, (given: { ids: string }) =>
      database
        .selectFrom('profile')
        .select(['no', 'id', 'scope', 'version', 'created_at as createdAt'])
        .where('id', 'in', selectJsonValues(engine, given.ids, 'text'))
        .where('root_no', 'is', null),
    ),
    listMembers: prepareRows(database, (given: { nos: string }) =>
      database
        .selectFrom('profile_member as m')
        .innerJoin('profile as p', 'p.no', 'm.profile_no')
        .select(['m.no', rootOf.as('rootNo'), 'm.property_id as propertyId', 'm.guest_id as guestId', 'm.because'])
        .select(['m.since', 'm.is_forgotten as isForgotten', 'm.sealed_person as sealedPerson'])
        .select(sql<number>`p.root_no is not null`.as('isMerged'))
        .where('m.profile_no', 'in', cardsOfAll(parts, given.nos))
        .orderBy('m.no'),
    ),
    listWarned: prepareRows(database, (given: { nos: string }) =>
      database
        .selectFrom('profile_note as n')
        .innerJoin('profile as p', 'p.no', 'n.profile_no')
        .select(rootOf.as('rootNo'))
        .where('n.profile_no', 'in', cardsOfAll(parts, given.nos))
        .where(sql<boolean>`n.kind = 'warning' and n.withdrawn_at is null`),
    ),
  };
}

function createStays(parts: RowParts) {
  const { database } = parts;
  return {
    listNewest: prepareRows(database, (given: { nos: string }) =>
      database
        .selectFrom('profile_member as m')
        .innerJoin('profile as p', 'p.no', 'm.profile_no')
        .innerJoin('subject as s', (join) =>
          join.onRef('s.property_id', '=', 'm.property_id').onRef('s.guest_id', '=', 'm.guest_id'),
        )
        .select([rootOf.as('rootNo'), (row) => row.fn.countAll<number>().as('stays')])
        // SQLite answers the other columns of the row that has the maximum.
        .select(['s.no as stayNo', (row) => row.fn.max('s.arrives_on').as('arrivesOn')])
        .where('m.profile_no', 'in', cardsOfAll(parts, given.nos))
        .groupBy(rootOf),
    ),
    listOfCard: prepareRows(database, (given: { no: number; limit: number }) =>
      selectStays(database)
        .innerJoin('profile_member as m', (join) =>
          join.onRef('subject.property_id', '=', 'm.property_id').onRef('subject.guest_id', '=', 'm.guest_id'),
        )
        .where('m.profile_no', 'in', cardsOf(database, given.no))
        .orderBy('subject.arrives_on', 'desc')
        .orderBy('subject.no', 'desc')
        .limit(given.limit),
    ),
  };
}

/** Of a card by itself, whatever it was put into. */
function createOwn({ database }: RowParts) {
  return {
    findOwnStay: prepareRows(database, (given: { profileId: string }) =>
      selectStays(database)
        .innerJoin('profile_member as m', (join) =>
          join.onRef('subject.property_id', '=', 'm.property_id').onRef('subject.guest_id', '=', 'm.guest_id'),
        )
        .innerJoin('profile as p', 'p.no', 'm.profile_no')
        .where('p.id', '=', given.profileId)
        .orderBy('subject.arrives_on', 'desc')
        .limit(1),
    ),
    findOwnPerson: prepareRows(database, (given: { profileId: string }) =>
      database
        .selectFrom('profile_member as m')
        .innerJoin('profile as p', 'p.no', 'm.profile_no')
        .select(['m.no', 'm.sealed_person as sealed'])
        .where('p.id', '=', given.profileId)
        .where('m.sealed_person', 'is not', null)
        .orderBy('m.no', 'desc')
        .limit(1),
    ),
  };
}
