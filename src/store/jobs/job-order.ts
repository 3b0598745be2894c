import { type RawBuilder, sql } from 'kysely';
import type { JobKind } from '../../ports/jobs.ts';

export interface TurnValues {
  readonly limit: number;
  readonly now: string;
  /** Only less urgent levels than this one: 0 and up. Before the first: -1. */
  readonly above: number;
}

/**
 * The numbers of the jobs to claim next: those of the most urgent level that has any, the oldest first. Levels are hopped
 * over in the index, so that it costs by levels and by `limit`, however many jobs wait.
 */
export function selectInOrder(kinds: readonly JobKind[], given: TurnValues): RawBuilder<number> {
  return sql<number>`
    with recursive ${levels(kinds, given)}
    select job.no from job
    where ${ofLevel(kinds)} and job.run_at <= ${given.now} and ${isFree}
    order by job.run_at, job.no limit ${given.limit}`;
}

/**
 * The same, but at most one job for each property, those first whose property has the fewest under way. Properties are
 * hopped over like levels.
 */
export function selectByTurns(kinds: readonly JobKind[], given: TurnValues): RawBuilder<number> {
  return sql<number>`
    with recursive
      ${levels(kinds, given)},
      holder (property_id) as (
        select min(job.property_id) from job where ${ofLevel(kinds)}
        union all
        select (select min(job.property_id) from job where ${ofLevel(kinds)} and job.property_id > holder.property_id)
        from holder where holder.property_id is not null),
      turn (no, under_way) as (
        select
          (select job.no from job
            where ${ofLevel(kinds)} and job.property_id = holder.property_id and job.run_at <= ${given.now} and ${isFree}
            order by job.run_at, job.no limit 1),
          (select count(*) from job
            where ${isOf(kinds)} and job.state = 'running' and job.property_id = holder.property_id)
        from holder where holder.property_id is not null)
    select turn.no from turn join job on job.no = turn.no
    order by turn.under_way, job.run_at, job.no limit ${given.limit}`;
}

/** A key that is running keeps its waiting twin back. */
const isFree = sql`not exists (
  select 1 from job as running
  where running.state = 'running' and running.kind = job.kind and running.payload = job.payload)`;

function isOf(kinds: readonly JobKind[]): RawBuilder<unknown> {
  return sql`job.kind in (${sql.join(kinds.map((kind) => sql.lit(kind)))})`;
}

function isWaiting(kinds: readonly JobKind[]): RawBuilder<unknown> {
  return sql`${isOf(kinds)} and job.state = 'waiting'`;
}

function ofLevel(kinds: readonly JobKind[]): RawBuilder<unknown> {
  return sql`${isWaiting(kinds)} and job.urgency = (select urgency from level)`;
}

/** `level`: the most urgent level below `above` that has a job to claim. */
function levels(kinds: readonly JobKind[], given: TurnValues): RawBuilder<unknown> {
  return sql`
    any_level (urgency) as (
      select min(job.urgency) from job where ${isWaiting(kinds)} and job.urgency > ${given.above}
      union all
      select (select min(job.urgency) from job where ${isWaiting(kinds)} and job.urgency > any_level.urgency)
      from any_level where any_level.urgency is not null),
    level (urgency) as (
      select any_level.urgency from any_level
      where exists (
        select 1 from job
        where ${isWaiting(kinds)} and job.urgency = any_level.urgency and job.run_at <= ${given.now} and ${isFree})
      limit 1)`;
}
