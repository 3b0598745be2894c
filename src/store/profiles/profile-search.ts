import { sql, type SqlBool } from 'kysely';
import type { ProfileListQuery, ProfilePosition } from '../../ports/profiles.ts';
import { selectJsonValues, toJsonRows } from '../engine.ts';
import type { RowParts } from '../row-parts.ts';
import { warnedRoots } from './warned-roots.ts';

export interface FoundCard {
  readonly rootNo: number;
  readonly position: ProfilePosition;
}

interface Asked {
  readonly query: ProfileListQuery;
  /** Longest first: it finds the least. */
  readonly digests: readonly Uint8Array[];
}

/** First those whom staff wrote down, then guests of the PMS by their newest subject that is found; each card once. */
export function createProfileSearch(parts: RowParts): (query: ProfileListQuery) => Promise<readonly FoundCard[]> {
  return async (query) => {
    const terms = [...(query.terms ?? [])].sort((one, other) => other.length - one.length);
    const asked = { query, digests: terms.map((term) => parts.digests.searchTerm(term)) };
    const { after, limit } = query;
    const given = after?.part === 'pms' ? [] : await findGiven(parts, asked, after?.no);
    if (given.length >= limit) return given.slice(0, limit);
    const guests = await findGuests(parts, asked, {
      before: after?.part === 'pms' ? after.no : Number.MAX_SAFE_INTEGER,
      limit: limit - given.length,
    });
    return [...given, ...guests];
  };
}

async function findGiven({ database }: RowParts, { query, digests }: Asked, before?: number) {
  const [first, ...others] = digests;
  let select = database
    .selectFrom('profile_search as f')
    .innerJoin('profile_member as m', 'm.no', 'f.member_no')
    .innerJoin('profile as p', 'p.no', 'm.profile_no')
    .select(['f.member_no as no', sql<number>`coalesce(p.root_no, p.no)`.as('rootNo')])
    .where('f.scope', '=', query.scope)
    .where('f.digest', '=', first ?? new Uint8Array())
    .orderBy('f.member_no', 'desc')
    .limit(query.limit);
  for (const digest of others) {
    select = select.where(sql<SqlBool>`exists (
      select 1 from profile_search o where o.scope = f.scope and o.digest = ${digest} and o.member_no = f.member_no
    )`);
  }
  if (before !== undefined) select = select.where('f.member_no', '<', before);
  if (query.warnedOnly) select = select.where(sql<SqlBool>`coalesce(p.root_no, p.no) in ${warnedRoots}`);
  const rows = await select.execute();
  return rows.map(({ no, rootNo }): FoundCard => ({ rootNo, position: { part: 'staff', no } }));
}

/**
 * A card is found where its newest matching subject is, so that it comes once, whichever page. The search walks the index of
 * the longest term downwards and stops when the page is full.
 */
async function findGuests(
  parts: RowParts,
  asked: Asked,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<readonly FoundCard[]> {
  const found: FoundCard[] = [];
  let next = before;
  for (;;) {
    const rows = await walk(parts, asked, { before: next, limit: limit * 2 });
    const newest = await findNewest(parts, asked, rows);
    for (const { no, rootNo } of rows) {
      if (newest.get(rootNo) === no) found.push({ rootNo, position: { part: 'pms', no } });
      if (found.length === limit) return found;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit * 2) return found;
    next = last.no;
  }
}

interface WalkedRow {
  readonly no: number;
  readonly rootNo: number;
}

async function walk(
  parts: RowParts,
  asked: Asked,
  page: { readonly before: number; readonly limit: number },
): Promise<readonly WalkedRow[]> {
  const pages = [];
  for (const propertyId of asked.query.propertyIds)
    pages.push(await walkProperty(parts, asked, { ...page, propertyId }));
  return pages
    .flat()
    .sort((one, other) => other.no - one.no)
    .slice(0, page.limit);
}

async function walkProperty(
  { database }: RowParts,
  { query, digests }: Asked,
  page: { readonly before: number; readonly limit: number; readonly propertyId: string },
): Promise<readonly WalkedRow[]> {
  const [first, ...others] = digests;
  // The cross joins keep SQLite from doing it the other way round.
  let select = database
    .selectFrom('subject_search as f')
    .crossJoin('subject as s')
    .crossJoin('profile_member as m')
    .crossJoin('profile as p')
    .select(['f.subject_no as no', sql<number>`coalesce(p.root_no, p.no)`.as('rootNo')])
    .where('f.property_id', '=', page.propertyId)
    .where('f.digest', '=', first ?? new Uint8Array())
    .where('f.subject_no', '<', page.before)
    .where(sql<SqlBool>`s.no = f.subject_no`)
    .where(sql<SqlBool>`m.property_id = s.property_id and m.guest_id = s.guest_id`)
    .where(sql<SqlBool>`p.no = m.profile_no`)
    .orderBy('f.subject_no', 'desc')
    .limit(page.limit);
  for (const digest of others) select = select.where(hasTerm(sql`f.property_id`, sql`f.subject_no`, digest));
  if (query.warnedOnly) select = select.where(sql<SqlBool>`coalesce(p.root_no, p.no) in ${warnedRoots}`);
  return select.execute();
}

/** Of each card, its newest subject that has all terms. */
async function findNewest(
  { database, engine }: RowParts,
  { query, digests }: Asked,
  rows: readonly WalkedRow[],
): Promise<ReadonlyMap<number, number>> {
  const nos = toJsonRows([...new Set(rows.map(({ rootNo }) => rootNo))].map((no) => [no]));
  const properties = toJsonRows(query.propertyIds.map((id) => [id]));
  let select = database
    .selectFrom('profile as p')
    .crossJoin('profile_member as m')
    .crossJoin('subject as s')
    .select([sql<number>`coalesce(p.root_no, p.no)`.as('rootNo'), (row) => row.fn.max('s.no').as('no')])
    .where(
      'p.no',
      'in',
      sql<number>`(
      select no from profile where no in ${selectJsonValues(engine, nos, 'integer')}
      union select no from profile where root_no is not null and root_no in ${selectJsonValues(engine, nos, 'integer')}
    )`,
    )
    .where(sql<SqlBool>`m.profile_no = p.no`)
    .where(sql<SqlBool>`s.property_id = m.property_id and s.guest_id = m.guest_id`)
    .where('m.property_id', 'in', selectJsonValues(engine, properties, 'text'))
    .groupBy(sql`coalesce(p.root_no, p.no)`);
  for (const digest of digests) select = select.where(hasTerm(sql`s.property_id`, sql`s.no`, digest));
  const found = await select.execute();
  return new Map(found.map(({ rootNo, no }) => [rootNo, no]));
}

function hasTerm(propertyId: ReturnType<typeof sql>, subjectNo: ReturnType<typeof sql>, digest: Uint8Array) {
  return sql<SqlBool>`exists (
    select 1 from subject_search o
    where o.property_id = ${propertyId} and o.digest = ${digest} and o.subject_no = ${subjectNo}
  )`;
}
