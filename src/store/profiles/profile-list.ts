import { sql, type SqlBool } from 'kysely';
import type { ProfileListItem, ProfileListQuery, ProfileRepository } from '../../ports/profiles.ts';
import { selectJsonValues, toJsonRows } from '../engine.ts';
import { prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { RootRow } from './profile-roots.ts';
import { createProfileSearch, type FoundCard } from './profile-search.ts';
import type { ProfileSummaries } from './profile-summaries.ts';
import { warnedRoots } from './warned-roots.ts';

export function createProfileList(
  parts: RowParts,
  toSummaries: ProfileSummaries['toSummaries'],
): Pick<ProfileRepository, 'list'> {
  const { database, engine } = parts;
  const search = createProfileSearch(parts);
  const listRoots = prepareRows(database, (given: { nos: string }) =>
    database
      .selectFrom('profile')
      .select(['no', 'id', 'scope', 'version', 'created_at as createdAt'])
      .where('no', 'in', selectJsonValues(engine, given.nos, 'integer')),
  );
  const toItems = async (found: readonly FoundCard[]): Promise<readonly ProfileListItem[]> => {
    const rows = await listRoots({ nos: toJsonRows(found.map(({ rootNo }) => [rootNo])) });
    const byNo = new Map(rows.map((row): [number, RootRow] => [row.no, row]));
    const shown = found.map(({ rootNo }) => byNo.get(rootNo)).filter((row) => row !== undefined);
    const read = await toSummaries(shown);
    return read.flatMap((summary, index) => {
      const position = found[index]?.position;
      return position === undefined ? [] : [{ summary, position }];
    });
  };
  return {
    async list(query) {
      if (query.terms?.length === 0) return []; // a search for nothing finds nothing
      return toItems(query.terms === undefined ? await listNewest(parts, query) : await search(query));
    },
  };
}

/** Follows an index over scope and number, so that no page costs more than another. */
async function listNewest({ database }: RowParts, query: ProfileListQuery): Promise<readonly FoundCard[]> {
  const { scope, limit, after, warnedOnly = false } = query;
  let select = database
    .selectFrom('profile as p')
    .select('p.no')
    .where('p.scope', '=', scope)
    .where('p.root_no', 'is', null)
    .where(sql<SqlBool>`exists (select 1 from profile_member m where m.profile_no = p.no and m.is_forgotten = 0)`)
    .orderBy('p.no', 'desc')
    .limit(limit);
  if (after !== undefined) select = select.where('p.no', '<', after.no);
  if (warnedOnly) select = select.where(sql<SqlBool>`p.no in ${warnedRoots}`);
  const rows = await select.execute();
  return rows.map(({ no }) => ({ rootNo: no, position: { part: 'pms', no } }));
}
