import { sql } from 'kysely';
import { ServiceError } from '../../domain/errors.ts';
import type { ProfileLink, ProfileLinkKind, ProfileRepository } from '../../ports/profiles.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealed } from '../tables.ts';
import { cardsOf } from './profile-cards-of.ts';
import type { ProfileRoots } from './profile-roots.ts';

type SealedLink = Pick<ProfileLink, 'note' | 'by'>;

export function createProfileLinks(
  parts: RowParts,
  roots: ProfileRoots,
): Pick<ProfileRepository, 'listLinks' | 'link' | 'unlink'> {
  const { sealing } = parts;
  const statements = createStatements(parts);
  return {
    async listLinks(profileId) {
      const { no } = await roots.get(profileId);
      const rows = [...(await statements.listFrom({ no })), ...(await statements.listTo({ no }))];
      // Two cards that are one now do not belong to each other.
      const others = rows.filter(({ otherNo }) => otherNo !== no);
      return others
        .map(({ id, kind, at, otherId, sealed }) => ({
          ...{ id, kind, at, profileId: otherId },
          ...(sealing.open(placeOf(id), sealed) as SealedLink),
        }))
        .sort((one, other) => (one.at < other.at ? 1 : -1));
    },
    async link(profileId, { id, kind, at, by, note, otherId }) {
      const one = await roots.get(profileId);
      const other = await roots.get(otherId);
      if (other.scope !== one.scope) throw new ServiceError('profile_unknown', { profileId: otherId });
      if (one.no === other.no) throw new ServiceError('request_invalid', { field: 'otherId' });
      const sealed = sealing.seal(placeOf(id), { by, ...(note !== undefined && { note }) } satisfies SealedLink);
      await statements.add({ id, kind, at, oneNo: one.no, otherNo: other.no, sealed });
      await roots.touch(one.no);
      await roots.touch(other.no);
    },
    async unlink(profileId, linkId) {
      const { no } = await roots.get(profileId);
      const removed = await statements.remove({ no, linkId });
      if (removed > 0) await roots.touch(no);
      return removed > 0;
    },
  };
}

function placeOf(linkId: string): string {
  return `profile_link/${linkId}`;
}

interface NewLinkRow {
  readonly id: string;
  readonly kind: ProfileLinkKind;
  readonly at: string;
  readonly oneNo: number;
  readonly otherNo: number;
  readonly sealed: Sealed;
}

function createStatements({ database }: RowParts) {
  const list = (given: { no: number }, own: 'l.one_no' | 'l.other_no', others: 'l.one_no' | 'l.other_no') =>
    database
      .selectFrom('profile_link as l')
      .innerJoin('profile as p', 'p.no', others)
      .innerJoin('profile as r', (join) => join.on('r.no', '=', sql<number>`coalesce(p.root_no, p.no)`))
      .select(['l.id', 'l.kind', 'l.at', 'l.sealed_link as sealed', 'r.id as otherId', 'r.no as otherNo'])
      .where(own, 'in', cardsOf(database, given.no));
  return {
    listFrom: prepareRows(database, (given: { no: number }) => list(given, 'l.one_no', 'l.other_no')),
    listTo: prepareRows(database, (given: { no: number }) => list(given, 'l.other_no', 'l.one_no')),
    add: prepareChange(database, (given: NewLinkRow) =>
      database.insertInto('profile_link').values({
        id: given.id,
        one_no: given.oneNo,
        other_no: given.otherNo,
        kind: given.kind,
        at: given.at,
        sealed_link: given.sealed,
      }),
    ),
    remove: prepareChange(database, (given: { no: number; linkId: string }) =>
      database
        .deleteFrom('profile_link')
        .where('id', '=', given.linkId)
        .where((row) =>
          row.or([
            row('one_no', 'in', cardsOf(database, given.no)),
            row('other_no', 'in', cardsOf(database, given.no)),
          ]),
        ),
    ),
  };
}
