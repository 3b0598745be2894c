/** Every counter, with its labels. Durations and gauges are beside it. */
export interface Counters {
  readonly events_received: { readonly event: string };
  readonly events_rejected: { readonly reason: string };
  readonly syncs: { readonly result: 'done' | 'failed' };
  readonly sync_gaps: { readonly found_by: 'sync' | 'sweep' };
  readonly subjects_found: { readonly intake: 'screen' | 'stop' | 'none' };
  readonly screenings_finished: { readonly status: string; readonly outcome: string };
  readonly checks: { readonly provider: string; readonly result: string };
  readonly checks_overdue: { readonly provider: string };
  readonly callbacks: {
    readonly provider: string;
    readonly result: 'settled' | 'kept' | 'repeated' | 'nothing' | 'refused';
  };
  readonly pms_requests: { readonly operation: string; readonly result: string };
  readonly forms_submitted: { readonly by: 'guest' | 'staff' };
  readonly form_deliveries: { readonly result: 'sent' | 'refused' };
  /** `repaired`: nothing but what the PMS showed otherwise was written again. */
  readonly write_backs: { readonly result: 'written' | 'repaired' | 'unchanged' | 'refused' };
  readonly drift: { readonly state: 'seen' | 'respected' | 'contested' };
  readonly app_errors: { readonly cause: string };
  readonly configuration_reloads: { readonly result: 'taken' | 'refused' };
  readonly jobs: { readonly kind: string; readonly result: JobResult };
}

/** `waits`: for its property to be connected again · `dropped`: what it was about is gone · `released`: given back untried, at shutdown. */
export type JobResult = 'done' | 'retried' | 'waits' | 'buried' | 'dropped' | 'released' | 'lease_lost';

/** Every histogram of seconds, with its labels. */
export interface Durations {
  readonly pms_request_seconds: { readonly operation: string };
  readonly pms_budget_wait_seconds: Readonly<Record<string, never>>;
  readonly check_seconds: { readonly provider: string };
  readonly job_seconds: { readonly kind: string };
  /** From the moment a subject's state was first seen to the moment that the PMS shows its result. */
  readonly booking_to_pms_seconds: Readonly<Record<string, never>>;
}

export interface Metrics {
  count<Name extends keyof Counters>(name: Name, labels: Counters[Name]): void;
  observe<Name extends keyof Durations>(name: Name, labels: Durations[Name], seconds: number): void;
}
