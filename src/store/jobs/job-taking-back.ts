import { sql } from 'kysely';
import { createJobTwin } from './job-twin.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

/**
 * Makes jobs due again whose lease ends before an instant; answers how many. Where the same key waits already, that one
 * stands for the job, and is due as well.
 */
export function createTakeBack(
  parts: RowParts,
): (query: { readonly leaseBefore: string; readonly now: string }) => Promise<number> {
  const { database } = parts;
  const list = prepareRows(database, (given: { leaseBefore: string }) =>
    database
      .selectFrom('job')
      .select(['no', 'kind', 'payload', 'urgency'])
      .where('state', '=', sql.lit('running'))
      .where('lease_until', '<=', given.leaseBefore),
  );
  const remove = prepareChange(database, (given: { no: number }) =>
    database.deleteFrom('job').where('no', '=', given.no),
  );
  const makeDue = prepareChange(database, (given: { no: number; now: string }) =>
    database
      .updateTable('job')
      .set((row) => ({ state: 'waiting', lease_until: null, run_at: given.now, takeovers: row('takeovers', '+', 1) }))
      .where('no', '=', given.no),
  );
  const twin = createJobTwin(parts);

  return async ({ leaseBefore, now }) => {
    const ended = await list({ leaseBefore });
    for (const { no, kind, payload, urgency } of ended) {
      if (await twin.hurry({ kind, payload, urgency, runAt: now })) await remove({ no });
      else await makeDue({ no, now });
    }
    return ended.length;
  };
}
