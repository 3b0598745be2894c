import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** The numbers of a shown card and of all that were put into it; each half follows an index of its own. */
export function cardsOf(database: Kysely<Tables>, rootNo: number) {
  return database
    .selectFrom('profile')
    .select('profile.no')
    .where('profile.no', '=', rootNo)
    .union(database.selectFrom('profile').select('profile.no').where('profile.root_no', '=', rootNo));
}
