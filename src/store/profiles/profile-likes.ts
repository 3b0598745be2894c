import { sql } from 'kysely';
import type { ProfileRepository } from '../../ports/profiles.ts';
import { selectJsonValues, toJsonRows } from '../engine.ts';
import { prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import { cardsOf } from './profile-cards-of.ts';
import { createMemberKeys } from './profile-keys.ts';
import type { ProfileRoots } from './profile-roots.ts';

/** A trait that more people have than this tells nobody apart. */
const mostSharing = 50;

/** Who shares something with whom. What comes out when they are compared is decided elsewhere. */
export function createProfileLikes(
  parts: RowParts,
  roots: ProfileRoots,
): Pick<ProfileRepository, 'listAlike' | 'listCompanions' | 'listPairs'> {
  const keys = createMemberKeys(parts);
  const statements = createStatements(parts);
  return {
    async listAlike(profileId, traits, limit) {
      const { no, scope } = await roots.get(profileId);
      const digests = toJsonRows(keys.toKeyed(traits).map(({ digest }) => [digest]));
      return (await statements.listAlike({ no, scope, digests, limit })).map(({ id }) => id);
    },
    async listCompanions(profileId, limit) {
      const { no, scope } = await roots.get(profileId);
      return (await statements.listCompanions({ no, scope, limit })).map(({ id }) => id);
    },
    async listPairs({ scope, limit, after = '' }) {
      const shared = await statements.listShared({ scope, after: Buffer.from(after, 'hex'), limit });
      const digests = toJsonRows(shared.map(({ digest }) => [digest]));
      const sharing = await statements.listSharing({ scope, digests });
      const nos = toJsonRows([...new Set(sharing.map(({ no }) => no))].map((no) => [no]));
      const apart = new Set((await statements.listApart({ nos })).map(({ one, other }) => toPairKey(one, other)));
      const last = shared.at(-1);
      return {
        pairs: toPairs(sharing, apart),
        ...(shared.length === limit && last !== undefined && { next: Buffer.from(last.digest).toString('hex') }),
      };
    },
  };
}

interface SharingRow {
  readonly digest: Uint8Array;
  readonly no: number;
  readonly id: string;
}

/** Each two cards that share something, once; rows of a digest stand together. */
function toPairs(rows: readonly SharingRow[], apart: ReadonlySet<string>): readonly (readonly [string, string])[] {
  const byDigest = new Map<string, SharingRow[]>();
  for (const row of rows) {
    const digest = Buffer.from(row.digest).toString('hex');
    byDigest.set(digest, [...(byDigest.get(digest) ?? []), row]);
  }
  const pairs = new Map<string, readonly [string, string]>();
  for (const sharing of byDigest.values()) {
    for (const [index, one] of sharing.entries()) {
      for (const other of sharing.slice(index + 1)) pairs.set(toPairKey(one.no, other.no), [one.id, other.id]);
    }
  }
  return [...pairs].filter(([key]) => !apart.has(key)).map(([, pair]) => pair);
}

function toPairKey(one: number, other: number): string {
  return one < other ? `${one}/${other}` : `${other}/${one}`;
}

const rootOf = sql<number>`coalesce(p.root_no, p.no)`;

function createStatements(parts: RowParts) {
  return { ...createOfOne(parts), ...createOfAll(parts) };
}

function createOfOne({ database, engine }: RowParts) {
  return {
    listAlike: prepareRows(database, (given: { no: number; scope: string; digests: string; limit: number }) =>
      database
        .selectFrom('profile_key as k')
        .innerJoin('profile_member as m', 'm.no', 'k.member_no')
        .innerJoin('profile as p', 'p.no', 'm.profile_no')
        .innerJoin('profile as r', (join) => join.on('r.no', '=', rootOf))
        .select('r.id')
        .where('k.scope', '=', given.scope)
        .where('k.digest', 'in', selectJsonValues(engine, given.digests, 'bytes'))
        .where('r.no', '!=', given.no)
        .where(sql<boolean>`not ${areApart(sql`r.no`, sql`${given.no}`)}`)
        .groupBy('r.no')
        .orderBy((row) => row.fn.countAll(), 'desc')
        .orderBy('r.no')
        .limit(given.limit),
    ),
    listCompanions: prepareRows(database, (given: { no: number; scope: string; limit: number }) =>
      database
        .selectFrom('profile_member as own')
        .innerJoin('subject as stay', (join) =>
          join.onRef('stay.property_id', '=', 'own.property_id').onRef('stay.guest_id', '=', 'own.guest_id'),
        )
        .innerJoin('subject as shared', (join) =>
          join
            .onRef('shared.property_id', '=', 'stay.property_id')
            .onRef('shared.reservation_id', '=', 'stay.reservation_id'),
        )
        .innerJoin('profile_member as m', (join) =>
          join.onRef('m.property_id', '=', 'shared.property_id').onRef('m.guest_id', '=', 'shared.guest_id'),
        )
        .innerJoin('profile as p', 'p.no', 'm.profile_no')
        .innerJoin('profile as r', (join) => join.on('r.no', '=', rootOf))
        .select('r.id')
        .where('own.profile_no', 'in', cardsOf(database, given.no))
        .where('r.no', '!=', given.no)
        .where('r.scope', '=', given.scope)
        .groupBy('r.no')
        .orderBy((row) => row.fn.countAll(), 'desc')
        .orderBy('r.no')
        .limit(given.limit),
    ),
  };
}

function createOfAll({ database, engine }: RowParts) {
  return {
    listShared: prepareRows(database, (given: { scope: string; after: Uint8Array; limit: number }) =>
      database
        .selectFrom('profile_key')
        .select('digest')
        .where('scope', '=', given.scope)
        .where('digest', '>', given.after)
        .groupBy('digest')
        .having(sql<boolean>`count(*) between 2 and ${sql.lit(mostSharing)}`)
        .orderBy('digest')
        .limit(given.limit),
    ),
    listSharing: prepareRows(database, (given: { scope: string; digests: string }) =>
      database
        .selectFrom('profile_key as k')
        .innerJoin('profile_member as m', 'm.no', 'k.member_no')
        .innerJoin('profile as p', 'p.no', 'm.profile_no')
        .innerJoin('profile as r', (join) => join.on('r.no', '=', rootOf))
        .select(['k.digest', 'r.no', 'r.id'])
        .distinct()
        .where('k.scope', '=', given.scope)
        .where('k.digest', 'in', selectJsonValues(engine, given.digests, 'bytes'))
        .orderBy('k.digest')
        .orderBy('r.no'),
    ),
    listApart: prepareRows(database, (given: { nos: string }) =>
      database
        .selectFrom('profile_apart as a')
        .innerJoin('profile as x', 'x.no', 'a.one_no')
        .innerJoin('profile as y', 'y.no', 'a.other_no')
        .select([sql<number>`coalesce(x.root_no, x.no)`.as('one'), sql<number>`coalesce(y.root_no, y.no)`.as('other')])
        .where(sql<number>`coalesce(x.root_no, x.no)`, 'in', selectJsonValues(engine, given.nos, 'integer'))
        .where(sql<number>`coalesce(y.root_no, y.no)`, 'in', selectJsonValues(engine, given.nos, 'integer')),
    ),
  };
}

/** A person said of any of the cards that two shown ones are made of that they are of different people. */
function areApart(one: ReturnType<typeof sql>, other: ReturnType<typeof sql>) {
  return sql<boolean>`exists (
    select 1 from profile_apart a
    join profile x on x.no = a.one_no
    join profile y on y.no = a.other_no
    where (a.one_no in (select no from profile where no = ${other} or root_no = ${other})
        or a.other_no in (select no from profile where no = ${other} or root_no = ${other}))
      and ((coalesce(x.root_no, x.no) = ${one} and coalesce(y.root_no, y.no) = ${other})
        or (coalesce(x.root_no, x.no) = ${other} and coalesce(y.root_no, y.no) = ${one}))
  )`;
}
