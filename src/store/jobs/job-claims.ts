import { type Expression, sql } from 'kysely';
import type { ClaimedJob, JobKind, JobPayloads, JobRepository } from '../../ports/jobs.ts';
import { createTakeBack } from './job-taking-back.ts';
import { selectByTurns, selectInOrder, type TurnValues } from './job-order.ts';
import { prepareRows } from '../prepared.ts';
import { toJobKey } from '../row-memory.ts';
import type { RowParts } from '../row-parts.ts';

export function createJobClaims(
  parts: RowParts,
): Pick<JobRepository, 'claim' | 'listDueKinds' | 'findNextDue' | 'reclaimAll'> {
  const takeBack = createTakeBack(parts);
  const claims = new Map<string, Claim>();
  const findDues = new Map<string, ReturnType<typeof createFindDues>>();

  const findAllDues = async (kinds: readonly JobKind[]) => {
    const key = kinds.join();
    const findAll = findDues.get(key) ?? createFindDues(parts, kinds);
    findDues.set(key, findAll);
    const [dues = {}] = await findAll({});
    return dues;
  };

  return {
    async claim({ kinds, limit, now, leaseUntil, isFair = false }) {
      if (kinds.length === 0 || limit <= 0) return [];
      await takeBack({ leaseBefore: now, now });
      const key = kinds.join();
      const claim = claims.get(key) ?? createClaim(parts, kinds);
      claims.set(key, claim);
      const rows: ClaimRow[] = [];
      for (let above = -1; rows.length < limit; above = rows.at(-1)?.urgency ?? above) {
        const taken = isFair ? await claim.byTurns({ limit: limit - rows.length, now, leaseUntil, above }) : [];
        const left = limit - rows.length - taken.length;
        if (left > 0) taken.push(...(await claim.inOrder({ limit: left, now, leaseUntil, above })));
        if (taken.length === 0) break;
        rows.push(...taken.sort(byTurn));
      }
      for (const row of rows) parts.memory.waitingJobs.delete(toJobKey(row.kind, row.payload));
      return rows.sort(byTurn).map(toClaimedJob);
    },
    reclaimAll: (now) => takeBack({ leaseBefore: endOfTime, now }),
    async listDueKinds(kinds, now) {
      const { lease, ...dues } = await findAllDues(kinds);
      if (lease !== undefined && lease !== null && lease <= now) return kinds; // what it held may be of any kind
      return kinds.filter((kind) => (dues[kind] ?? endOfTime) <= now);
    },
    async findNextDue(kinds) {
      return Object.values(await findAllDues(kinds))
        .filter((due) => due !== null)
        .sort()[0];
    },
  };
}

const endOfTime = '9999';

type Claim = ReturnType<typeof createClaim>;
type ClaimRow = Awaited<ReturnType<Claim['inOrder']>>[number];

type ClaimValues = TurnValues & { readonly leaseUntil: string };

/** One statement each, so that no two workers get the same job. */
function createClaim({ database }: RowParts, kinds: readonly JobKind[]) {
  const take = (given: ClaimValues, numbers: Expression<number>) =>
    database
      .updateTable('job')
      .set((row) => ({
        state: 'running',
        lease_until: given.leaseUntil,
        generation: row('generation', '+', 1),
        attempt: row('attempt', '+', 1),
      }))
      .where('no', 'in', sql<number>`(${numbers})`)
      .returning(['no', 'kind', 'payload', 'urgency', 'run_at as runAt', 'attempt', 'takeovers', 'generation']);
  return {
    inOrder: prepareRows(database, (given: ClaimValues) => take(given, selectInOrder(kinds, given))),
    byTurns: prepareRows(database, (given: ClaimValues) => take(given, selectByTurns(kinds, given))),
  };
}

/** One statement, since it is asked in every turn: the first due of each kind, and the first end of a lease. */
function createFindDues({ database }: RowParts, kinds: readonly JobKind[]) {
  const firstLeaseEnd = database
    .selectFrom('job')
    .select('lease_until as due')
    .where('state', '=', sql.lit('running'))
    .orderBy('lease_until')
    .limit(sql.lit(1));
  const firstDueOf = (kind: JobKind) =>
    selectFree(database)
      .select('waiting.run_at as due')
      .where('waiting.kind', '=', sql.lit(kind))
      .orderBy('waiting.run_at')
      .limit(sql.lit(1));
  return prepareRows(database, () =>
    database
      .selectNoFrom([firstLeaseEnd.as('lease'), ...kinds.map((kind) => firstDueOf(kind).as(kind))])
      .$castTo<Readonly<Record<string, string | null>>>(),
  );
}

/** Waiting, and its key not running. */
function selectFree(database: RowParts['database']) {
  return database
    .selectFrom('job as waiting')
    .where('waiting.state', '=', sql.lit('waiting'))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('job as running')
            .select('running.no')
            .where('running.state', '=', sql.lit('running'))
            .whereRef('running.kind', '=', 'waiting.kind')
            .whereRef('running.payload', '=', 'waiting.payload'),
        ),
      ),
    );
}

function byTurn(one: ClaimRow, other: ClaimRow): number {
  return (
    one.urgency - other.urgency || (one.runAt < other.runAt ? -1 : Number(one.runAt > other.runAt)) || one.no - other.no
  );
}

function toClaimedJob({ no, kind, payload, urgency, attempt, takeovers, generation }: ClaimRow): ClaimedJob {
  return { id: String(no), kind, payload: toPayload(payload), urgency, attempt, takeovers, generation };
}

export function toPayload(text: string): JobPayloads[JobKind] {
  return JSON.parse(text) as JobPayloads[JobKind];
}
