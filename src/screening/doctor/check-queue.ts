import type { Instant } from '../../domain/subject.ts';
import type { CheckResult, QueueFacts } from '../../ports/doctor.ts';

const lateMs = 5 * 60_000;
const stuckMs = 60 * 60_000;

/** Whether work is done in time, and whether any was given up. */
export function checkQueue(facts: QueueFacts, now: Instant): readonly CheckResult[] {
  return [toLateness(facts, now), toBurials(facts)];
}

function toLateness({ waiting, running, oldestDueAt }: QueueFacts, now: Instant): CheckResult {
  const about = { check: 'queue', propertyId: null } as const;
  const lateFor = oldestDueAt === undefined ? 0 : Math.max(0, Date.parse(now) - Date.parse(oldestDueAt));
  const says = `${waiting} jobs wait, ${running} run; the oldest due job is ${Math.round(lateFor / 1_000)} seconds late`;
  if (lateFor < lateMs) return { ...about, state: 'ok', says };
  const advice =
    'If the service is not running, start it. If it is, either the PMS is down or a burst is being worked off within its request ' +
    'budget: see the metrics guest_screening_pms_requests_total and guest_screening_pms_budget_wait_seconds.';
  return { ...about, state: lateFor < stuckMs ? 'warning' : 'problem', says, advice };
}

function toBurials({ buried }: QueueFacts): CheckResult {
  const about = { check: 'buried_jobs', propertyId: null } as const;
  if (buried === 0) return { ...about, state: 'ok', says: 'no job was given up' };
  const advice = 'GET /api/v1/jobs/buried says why. Fix the cause, then POST /api/v1/jobs/{id}/replay.';
  return { ...about, state: 'problem', says: `${buried} jobs were given up`, advice };
}
