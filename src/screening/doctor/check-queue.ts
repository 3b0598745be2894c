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
  const says = `${waiting} jobs wait, ${running} run; the oldest that is due is ${Math.round(lateFor / 1_000)} seconds late`;
  if (lateFor < lateMs) return { ...about, state: 'ok', says };
  const advice =
    'Where the service does not run, start it. Else see pms_requests_total and pms_budget_wait_seconds: a PMS that is down, or ' +
    'a burst that its request budget still works off.';
  return { ...about, state: lateFor < stuckMs ? 'warning' : 'problem', says, advice };
}

function toBurials({ buried }: QueueFacts): CheckResult {
  const about = { check: 'buried_jobs', propertyId: null } as const;
  if (buried === 0) return { ...about, state: 'ok', says: 'no work was given up' };
  const advice = 'GET /api/v1/jobs/buried tells why; mend the cause, then POST /api/v1/jobs/{id}/replay.';
  return { ...about, state: 'problem', says: `${buried} jobs were given up`, advice };
}
