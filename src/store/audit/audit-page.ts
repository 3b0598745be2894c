import { type Expression, expressionBuilder, type Kysely, type SelectQueryBuilder, sql, type SqlBool } from 'kysely';
import { plusMs } from '../../domain/calendar.ts';
import type { AuditQuery } from '../../ports/access-memory.ts';
import type { Tables } from '../tables.ts';

type Numbers = SelectQueryBuilder<Tables, 'audit_entry', { no: number }>;

/** For more properties than this the newest entries of all are looked through: most of them will do. */
const mostApart = 50;

/** Entries are numbered in the order of their times, save for those of the same moment. */
const slackMs = 60_000;

/**
 * The numbers of one page's entries and of some more. Each part follows an index down from the newest entry and ends with
 * the page, so that a page costs the same however long the log has become.
 */
export function findAuditNos(database: Kysely<Tables>, query: AuditQuery): Numbers {
  const { propertyIds } = query;
  const newest = (condition: Expression<SqlBool> | undefined): Numbers => {
    const rows = database.selectFrom('audit_entry').select('no').where(toFilter(query));
    const own = condition === undefined ? rows : rows.where(condition);
    // Wrapped: a part of a union cannot have a limit of its own.
    return database.selectFrom(own.orderBy('no', 'desc').limit(query.limit).as('newest')).select('no') as Numbers;
  };
  if (propertyIds === undefined) return newest(undefined);
  if (propertyIds.length === 0) return newest(sql.lit(false));
  // The plus keeps SQLite from sorting all that there is of these properties.
  if (propertyIds.length > mostApart) return newest(sql<SqlBool>`+property_id in (${sql.join(propertyIds)})`);
  return propertyIds.map((id) => newest(sql<SqlBool>`property_id = ${id}`)).reduce((one, other) => one.unionAll(other));
}

function toFilter({ actorId, action, from, to, after }: AuditQuery): Expression<SqlBool> {
  const row = expressionBuilder<Tables, 'audit_entry'>();
  const conditions: Expression<SqlBool>[] = [];
  if (actorId !== undefined) conditions.push(row('actor_id', '=', actorId));
  if (action !== undefined) conditions.push(row('action', '=', action));
  if (from !== undefined) conditions.push(sql<SqlBool>`+at >= ${from} and no >= ${toFirstNo(plusMs(from, -slackMs))}`);
  if (to !== undefined) conditions.push(sql<SqlBool>`+at < ${to} and no <= ${toLastNo(plusMs(to, slackMs))}`);
  if (after !== undefined) conditions.push(row('no', '<', Number(after)));
  return row.and(conditions);
}

function toFirstNo(at: string) {
  return sql`coalesce((select e.no from audit_entry e where e.at >= ${at} order by e.at, e.no limit 1), 9e15)`;
}

function toLastNo(at: string) {
  return sql`coalesce((select e.no from audit_entry e where e.at < ${at} order by e.at desc, e.no desc limit 1), 0)`;
}
