import { sql } from 'kysely';
import { type CellChange, type StayFacts, toCellChanges, toCells } from '../../domain/statistics/stay-facts.ts';
import type { StatisticColumn, StatisticCount, StatisticsQuery, StatisticsRepository } from '../../ports/statistics.ts';
import { toEarliestArrival } from '../desk/awaits-decision.ts';
import { selectJsonValues, toJsonRows } from '../engine.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealed } from '../tables.ts';
import { createStatisticStatements } from './statistic-statements.ts';

export function createStatistics(parts: RowParts): StatisticsRepository {
  const { sealing } = parts;
  const statements = createStatisticStatements(parts);
  return {
    async count(key, toFacts) {
      const [row] = await statements.find(key);
      if (row === undefined || row.fingerprint === '') return;
      const [gone] = row.sealed === null ? await statements.findMerged(key) : [];
      if (row.isCounted === 1 && row.sealed === null && gone === undefined) return;
      const counted = gone ?? row;
      const before = openFacts(parts, counted);
      const after = toFacts(before);
      if (after === undefined) return;
      const changes = toCellChanges(before, after);
      if (changes.length === 0 && gone === undefined) return;
      await addChanges(statements, key.propertyId, changes);
      await statements.save({ subjectNo: row.subjectNo, sealed: sealing.seal(placeOf(row.subjectNo), after) });
      if (gone !== undefined) await statements.save({ subjectNo: gone.subjectNo, sealed: null });
    },
    async dropTwin(key, otherGuestId) {
      const [row] = await statements.find(key);
      const [other] = await statements.find({ ...key, guestId: otherGuestId });
      const facts = row && openFacts(parts, row);
      if (row === undefined || facts === undefined || other?.isCounted !== 1) return;
      // Merged the other way round before: it is counted here, and will be there.
      if (other.sealed === null && other.fingerprint !== '') return;
      const changes = toCells(facts).map((cell) => ({ ...cell, by: -1 }));
      await addChanges(statements, key.propertyId, changes);
      await statements.save({ subjectNo: row.subjectNo, sealed: null });
    },
    sum: (query, by) => sum(parts, query, by),
    async listOpenReviews(propertyId, departsFrom) {
      const arrivesFrom = toEarliestArrival(departsFrom);
      return (await statements.listOpen({ propertyId, departsFrom, arrivesFrom })).map(({ at }) => at);
    },
    countForms: (query) => countForms(parts, query),
    async listUncounted({ propertyId, afterNo, limit }) {
      const rows = await statements.listUncounted({ propertyId, afterNo, limit });
      const last = rows.at(-1);
      return {
        screeningIds: rows.flatMap(({ screeningId }) => (screeningId === null ? [] : [screeningId])),
        ...(rows.length === limit && last !== undefined && { nextNo: last.no }),
      };
    },
    async forgetGuest(propertyId, guestId) {
      await statements.forget({ propertyId, guestId });
    },
  };
}

async function addChanges(
  statements: Pick<ReturnType<typeof createStatisticStatements>, 'add'>,
  propertyId: string,
  changes: readonly CellChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ dimension, period, value, outcome, by }) => {
    return [propertyId, dimension, period, value, outcome, by];
  });
  await statements.add({ rows: toJsonRows(rows) });
}

interface CountedRow {
  readonly subjectNo: number;
  readonly sealed: Sealed | null;
}

function openFacts({ sealing }: RowParts, { subjectNo, sealed }: CountedRow): StayFacts | undefined {
  return sealed === null ? undefined : (sealing.open(placeOf(subjectNo), sealed) as StayFacts);
}

function placeOf(subjectNo: number): string {
  return `counted_stay/${subjectNo}`;
}

const columns = { propertyId: 'property_id', period: 'period', value: 'value', outcome: 'outcome' } as const;

async function sum(
  { database, engine }: RowParts,
  { propertyIds, dimension, from, to }: StatisticsQuery,
  by: readonly StatisticColumn[],
): Promise<readonly StatisticCount[]> {
  const ids = toJsonRows(propertyIds.map((id) => [id]));
  const pick = (name: StatisticColumn) =>
    (by.includes(name) ? sql<string>`${sql.ref(columns[name])}` : sql<string>`''`).as(name);
  const rows = await database
    .selectFrom('statistic')
    .select([pick('propertyId'), pick('period'), pick('value'), pick('outcome')])
    .select((row) => row.fn.sum<number>('stays').as('stays'))
    .where('property_id', 'in', selectJsonValues(engine, ids, 'text'))
    .where('dimension', '=', dimension)
    .where('period', '>=', from)
    .where('period', '<=', to)
    .groupBy(by.map((name) => columns[name]))
    .execute();
  return rows.filter(({ stays }) => stays > 0);
}

/** Instants are compared with days: close enough for a share over weeks. */
async function countForms(
  { database, engine }: RowParts,
  { propertyIds, from, to }: Pick<StatisticsQuery, 'propertyIds' | 'from' | 'to'>,
): Promise<{ opened: number; completed: number }> {
  const ids = toJsonRows(propertyIds.map((id) => [id]));
  const [counted] = await database
    .selectFrom('guest_form')
    .select((row) => [row.fn.countAll<number>().as('opened'), row.fn.count<number>('submitted_at').as('completed')])
    .where('property_id', 'in', selectJsonValues(engine, ids, 'text'))
    .where('opened_at', '>=', from)
    .where('opened_at', '<', `${to}~`)
    .execute();
  return counted ?? { opened: 0, completed: 0 };
}
