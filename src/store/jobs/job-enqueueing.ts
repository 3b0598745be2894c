import { sql } from 'kysely';
import type { JobRepository, NewJob } from '../../ports/jobs.ts';
import { toJsonRows } from '../engine.ts';
import { prepareChange } from '../prepared.ts';
import { type RowMemory, toJobKey } from '../row-memory.ts';
import type { RowParts } from '../row-parts.ts';

/** One statement for any number of jobs. A key that waits already keeps the sooner time and the greater urgency. */
export function createEnqueueAll({ database, engine, noteEnqueued, memory }: RowParts): JobRepository['enqueueAll'] {
  const enqueue = prepareChange(database, (given: { rows: string }) =>
    database
      .insertInto('job')
      .columns(['kind', 'payload', 'property_id', 'urgency', 'run_at', 'state', 'attempt', 'takeovers', 'generation'])
      .expression(engine.selectJsonRows(given.rows, columnTypes))
      .onConflict((conflict) =>
        conflict
          .columns(['kind', 'payload'])
          .where('state', '=', sql.lit('waiting'))
          .doUpdateSet((row) => ({
            urgency: engine.lesser(row.ref('job.urgency'), row.ref('excluded.urgency')),
            run_at: engine.lesser(row.ref('job.run_at'), row.ref('excluded.run_at')),
          }))
          .where((row) =>
            row.or([
              row('excluded.run_at', '<', row.ref('job.run_at')),
              row('excluded.urgency', '<', row.ref('job.urgency')),
            ]),
          ),
      ),
  );

  return async (jobs) => {
    const news = jobs.filter((job) => !isWaiting(job, memory));
    if (news.length === 0) return;
    await enqueue({ rows: toJsonRows(news.map(toCells)) });
    for (const job of news) {
      remember(job, memory);
      noteEnqueued(job.runAt);
    }
  };
}

/** Known to wait already, at least as soon and as urgent: most events ring for a sync that waits. */
function isWaiting({ kind, payload, urgency, runAt }: NewJob, { waitingJobs }: RowMemory): boolean {
  const known = waitingJobs.get(toJobKey(kind, toKey(payload)));
  return known !== undefined && known.runAt <= runAt && known.urgency <= urgency;
}

const mostRemembered = 1_000;

function remember({ kind, payload, urgency, runAt }: NewJob, { waitingJobs }: RowMemory): void {
  const key = toJobKey(kind, toKey(payload));
  const known = waitingJobs.get(key) ?? { urgency, runAt };
  if (waitingJobs.size >= mostRemembered) waitingJobs.clear();
  waitingJobs.set(key, {
    urgency: Math.min(known.urgency, urgency),
    runAt: known.runAt < runAt ? known.runAt : runAt,
  });
}

const columnTypes = ['text', 'text', 'text', 'integer', 'text', 'text', 'integer', 'integer', 'integer'] as const;

function toCells({ kind, payload, urgency, runAt }: NewJob) {
  const propertyId = 'propertyId' in payload ? payload.propertyId : '';
  return [kind, toKey(payload), propertyId, urgency, runAt, 'waiting', 0, 0, 0];
}

/** The same payload is the same text, whatever the order of its names. */
function toKey(payload: NewJob['payload']): string {
  return JSON.stringify(payload, Object.keys(payload).sort());
}
