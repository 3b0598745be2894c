import { sql } from 'kysely';
import { ServiceError } from '../../domain/errors.ts';
import type { ProfileScope } from '../../ports/profiles.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

/** The card that is shown. */
export interface RootRow {
  readonly no: number;
  readonly id: string;
  readonly scope: ProfileScope;
  readonly version: number;
  readonly createdAt: string;
}

export interface ProfileRoots {
  find(profileId: string): Promise<RootRow | undefined>;
  /** Throws `profile_unknown`. */
  get(profileId: string): Promise<RootRow>;
  /** Throws `profile_changed` too, where the version is another. */
  getAt(profileId: string, version: number): Promise<RootRow>;
  findByGuest(propertyId: string, guestId: string): Promise<RootRow | undefined>;
  getId(no: number): Promise<string>;
  /** People changed something. */
  touch(no: number): Promise<void>;
}

export function createProfileRoots(parts: RowParts): ProfileRoots {
  const statements = createStatements(parts);
  const find = async (profileId: string) => (await statements.find({ profileId }))[0];
  const get = async (profileId: string) => {
    const root = await find(profileId);
    if (root === undefined) throw new ServiceError('profile_unknown', { profileId });
    return root;
  };
  return {
    find,
    get,
    async getAt(profileId, version) {
      const root = await get(profileId);
      if (root.version !== version) throw new ServiceError('profile_changed', { profileId: root.id });
      return root;
    },
    async findByGuest(propertyId, guestId) {
      return (await statements.findByGuest({ propertyId, guestId }))[0];
    },
    async getId(no) {
      const [row] = await statements.findId({ no });
      if (row === undefined) throw new Error('A card is not there.');
      return row.id;
    },
    async touch(no) {
      await statements.touch({ no });
    },
  };
}

function createStatements({ database }: RowParts) {
  const select = () =>
    database
      .selectFrom('profile as p')
      .innerJoin('profile as r', (join) => join.on('r.no', '=', sql<number>`coalesce(p.root_no, p.no)`))
      .select(['r.no', 'r.id', 'r.scope', 'r.version', 'r.created_at as createdAt']);
  return {
    find: prepareRows(database, (given: { profileId: string }) => select().where('p.id', '=', given.profileId)),
    findByGuest: prepareRows(database, (given: { propertyId: string; guestId: string }) =>
      select()
        .innerJoin('profile_member as m', 'm.profile_no', 'p.no')
        .where('m.property_id', '=', given.propertyId)
        .where('m.guest_id', '=', given.guestId),
    ),
    findId: prepareRows(database, (given: { no: number }) =>
      database.selectFrom('profile').select('id').where('no', '=', given.no),
    ),
    touch: prepareChange(database, (given: { no: number }) =>
      database
        .updateTable('profile')
        .set((row) => ({ version: row('version', '+', 1) }))
        .where('no', '=', given.no),
    ),
  };
}
