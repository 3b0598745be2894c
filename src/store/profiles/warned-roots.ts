import { sql } from 'kysely';

/** Few: an index holds nothing but the warnings that stand. */
export const warnedRoots = sql`(
  select coalesce(q.root_no, q.no) from profile_note n join profile q on q.no = n.profile_no
  where n.kind = 'warning' and n.withdrawn_at is null
)`;
