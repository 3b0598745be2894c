import { expect, test } from '@jest/globals';
import { createMetrics } from '../../../src/metrics/create-metrics.ts';

const countJobs = () => Promise.resolve({ waiting: 4, running: 1, buried: 0 });

test('counters and durations are scraped under our prefix', async () => {
  const metrics = createMetrics();
  metrics.count('events_received', { event: 'guest/created' });
  metrics.observe('pms_budget_wait_seconds', {}, 0.3);
  const text = await metrics.toText();
  expect(text).toContain('guest_screening_events_received_total{event="guest/created"} 1');
  expect(text).toContain('guest_screening_pms_budget_wait_seconds_bucket{le="0.5"} 1');
  expect(text).toContain('process_cpu_seconds_total');
});

test('two of them share nothing', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.count('syncs', { result: 'done' });
  expect(await other.toText()).not.toContain('guest_screening_syncs_total{');
});

test('gauges are read at the scrape', async () => {
  const text = await createMetrics({ countJobs, findOldestDueSeconds: () => Promise.resolve(7) }).toText();
  expect(text).toContain('guest_screening_jobs_now{state="waiting"} 4');
  expect(text).toContain('guest_screening_oldest_due_job_seconds 7');
});

test('how much of each connection’s budget is used is read at the scrape', async () => {
  const listBudgets = () =>
    Promise.resolve([
      { connection: 'C1', requestsPerSecond: 5, lastMinute: 150, waiting: 12, pausedMs: 2_500 },
      { connection: 'C2', requestsPerSecond: Infinity, lastMinute: 150, waiting: 0, pausedMs: 0 },
    ]);
  const text = await createMetrics({ countJobs, listBudgets }).toText();
  expect(text).toContain('guest_screening_pms_budget_used_ratio{connection="C1"} 0.5');
  expect(text).toContain('guest_screening_pms_budget_used_ratio{connection="C2"} 0');
  expect(text).toContain('guest_screening_pms_requests_waiting{connection="C1"} 12');
  expect(text).toContain('guest_screening_pms_paused_seconds{connection="C1"} 2.5');
});

test('a gauge that cannot be read is missing, and the rest is there', async () => {
  const fail = () => Promise.reject(new Error('closed'));
  const text = await createMetrics({ countJobs: fail, findOldestDueSeconds: fail }).toText();
  expect(text).not.toMatch(/^guest_screening_(jobs_now|oldest_due_job_seconds)[ {]/m);
  expect(text).toContain('process_cpu_seconds_total');
});
