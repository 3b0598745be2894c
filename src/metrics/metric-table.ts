import type { Counters, Durations } from '../ports/metrics.ts';

interface CounterRow<Name extends keyof Counters> {
  readonly help: string;
  readonly labels: readonly (keyof Counters[Name] & string)[];
}

interface DurationRow<Name extends keyof Durations> {
  readonly help: string;
  readonly labels: readonly (keyof Durations[Name] & string)[];
  /** Upper bounds in seconds. */
  readonly buckets: readonly number[];
}

const fast = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const network = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30];
const waiting = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800];

export const counterTable: { readonly [Name in keyof Counters]: CounterRow<Name> } = {
  events_received: { help: 'Webhook deliveries acknowledged, by event', labels: ['event'] },
  events_rejected: { help: 'Webhook deliveries not taken in, by reason', labels: ['reason'] },
  syncs: { help: 'Syncs of a property', labels: ['result'] },
  sync_gaps: { help: 'Changes that no webhook had announced, by what found them', labels: ['found_by'] },
  subjects_found: { help: 'Subjects seen by syncs, by what they led to', labels: ['intake'] },
  screenings_finished: { help: 'Screenings concluded', labels: ['status', 'outcome'] },
  checks: { help: 'Answers of providers', labels: ['provider', 'result'] },
  checks_overdue: { help: 'Later answers that were given up', labels: ['provider'] },
  callbacks: { help: 'Callbacks of vendors, by what they led to', labels: ['provider', 'result'] },
  pms_requests: { help: 'Requests to the PMS', labels: ['operation', 'result'] },
  forms_submitted: { help: 'Forms sent off', labels: ['by'] },
  form_deliveries: { help: 'Forms told to the PMS, by what came of it', labels: ['result'] },
  write_backs: { help: 'Write-backs to the PMS', labels: ['result'] },
  drift: { help: 'Fields of ours that show something else than was written, by what becomes of it', labels: ['state'] },
  app_errors: { help: 'What the hotel was told of in the PMS', labels: ['cause'] },
  configuration_reloads: { help: 'Changes of the configuration file, by what became of them', labels: ['result'] },
  jobs: { help: 'Runs of jobs', labels: ['kind', 'result'] },
};

export const durationTable: { readonly [Name in keyof Durations]: DurationRow<Name> } = {
  pms_request_seconds: { help: 'Duration of requests to the PMS', labels: ['operation'], buckets: network },
  pms_budget_wait_seconds: { help: 'Wait of requests for their share of the budget', labels: [], buckets: waiting },
  check_seconds: { help: 'Duration of checks', labels: ['provider'], buckets: fast },
  job_seconds: { help: 'Duration of job runs', labels: ['kind'], buckets: [...fast, 30, 60, 300] },
  booking_to_pms_seconds: {
    help: 'From the first sight of a subject in its state to its result in the PMS',
    labels: [],
    buckets: [1, 2, 5, 10, 20, 30, 60, 120, 300, 900, 3_600],
  },
};
