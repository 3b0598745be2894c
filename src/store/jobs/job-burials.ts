import { sql } from 'kysely';
import { ServiceError } from '../../domain/errors.ts';
import type { BuriedJob, JobRepository } from '../../ports/jobs.ts';
import { toPayload } from './job-claims.ts';
import { type LeaseRef, toLeaseLost, toLeaseRef } from './job-lease.ts';
import { createJobTwin } from './job-twin.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

export function createJobBurials(
  parts: RowParts,
): Pick<JobRepository, 'bury' | 'listBuried' | 'countBuriedByKind' | 'replay'> {
  const { database, noteEnqueued } = parts;
  const changes = createChanges(parts);
  const twin = createJobTwin(parts);
  return {
    async bury(lease, { at, errorCode }) {
      if ((await changes.bury({ ...toLeaseRef(lease), at, errorCode })) === 0) throw toLeaseLost(lease);
    },
    async listBuried({ limit, after }) {
      let page = selectBuried(database).orderBy('no', 'desc').limit(limit);
      if (after !== undefined) page = page.where('no', '<', Number(after));
      return (await page.execute()).map(toBuriedJob);
    },
    countBuriedByKind: () => changes.countByKind({}),
    async replay(jobId, now) {
      const [job] = await changes.findBuried({ no: Number(jobId) });
      if (job === undefined) throw new ServiceError('job_unknown', { jobId });
      const { no, kind, payload, urgency } = job;
      if (await twin.hurry({ kind, payload, urgency, runAt: now })) await changes.remove({ no });
      else await changes.replay({ no, now });
      noteEnqueued(now);
    },
  };
}

function selectBuried(database: RowParts['database']) {
  return database
    .selectFrom('job')
    .select(['no', 'kind', 'payload', 'urgency', 'attempt', 'error_code as errorCode', 'buried_at as buriedAt'])
    .where('state', '=', sql.lit('buried'));
}

function createChanges({ database }: RowParts) {
  return {
    bury: prepareChange(database, (given: LeaseRef & { readonly at: string; readonly errorCode: string }) =>
      database
        .updateTable('job')
        .set({ state: 'buried', lease_until: null, buried_at: given.at, error_code: given.errorCode })
        .where('no', '=', given.no)
        .where('generation', '=', given.generation)
        .where('state', '=', sql.lit('running')),
    ),
    findBuried: prepareRows(database, (given: { no: number }) => selectBuried(database).where('no', '=', given.no)),
    countByKind: prepareRows(database, () =>
      database
        .selectFrom('job')
        .select((row) => ['kind', row.fn.countAll<number>().as('jobs')])
        .select((row) => row.fn.max<string>('buried_at').as('newestAt'))
        .where('state', '=', sql.lit('buried'))
        .groupBy('kind'),
    ),
    remove: prepareChange(database, (given: { no: number }) => database.deleteFrom('job').where('no', '=', given.no)),
    replay: prepareChange(database, (given: { no: number; now: string }) =>
      database
        .updateTable('job')
        .set({ state: 'waiting', attempt: 0, takeovers: 0, run_at: given.now, error_code: null, buried_at: null })
        .where('no', '=', given.no),
    ),
  };
}

type BuriedRow = Awaited<ReturnType<ReturnType<typeof createChanges>['findBuried']>>[number];

function toBuriedJob({ no, kind, payload, attempt, errorCode, buriedAt }: BuriedRow): BuriedJob {
  return {
    id: String(no),
    kind,
    payload: toPayload(payload),
    attempts: attempt,
    errorCode: (errorCode ?? 'bug') as BuriedJob['errorCode'],
    buriedAt: buriedAt ?? '',
  };
}
