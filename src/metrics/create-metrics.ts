import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { PmsBudgetUse } from '../ports/pms-budget.ts';
import type { Counters, Durations, Metrics } from '../ports/metrics.ts';
import { counterTable, durationTable } from './metric-table.ts';

const prefix = 'guest_screening_';

/** What is asked at each scrape. What fails is missing from that scrape and does not spoil the rest. */
export interface GaugeReaders {
  countJobs(): Promise<Readonly<Record<'waiting' | 'running' | 'buried', number>>>;
  /** By how much the job that is due the longest is late; 0 when none is due. */
  findOldestDueSeconds?(): Promise<number>;
  listSyncAges?(): Promise<readonly SyncAges[]>;
  listBudgets?(): Promise<readonly BudgetGauges[]>;
}

/** How a connection's budget of requests is used. */
export interface BudgetGauges extends PmsBudgetUse {
  readonly connection: string;
}

/** How far a property is followed. */
export interface SyncAges {
  readonly property: string;
  /** Of the first event that no sync has followed yet; 0 where all have been. */
  readonly unsyncedSeconds: number;
  /** Since the last sync and the last event; absent where there was none. */
  readonly sinceSyncSeconds: number | undefined;
  readonly sinceEventSeconds: number | undefined;
}

export interface ScrapedMetrics extends Metrics {
  readonly contentType: string;
  /** All metrics in the text format of Prometheus. */
  toText(): Promise<string>;
}

/**
 * Counters end in `_total`, as Prometheus has it. The process's own metrics keep their usual names, which dashboards
 * know. Everything lives in a registry of its own.
 */
export function createMetrics(readers?: GaugeReaders): ScrapedMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = createCounters(registry);
  const histograms = createHistograms(registry);
  if (readers !== undefined) addGauges(registry, readers);
  return {
    count: (name, labels) => counters[name].inc(labels),
    observe: (name, labels, seconds) => histograms[name].observe(labels, seconds),
    contentType: registry.contentType,
    toText: () => registry.metrics(),
  };
}

function createCounters(registry: Registry): Readonly<Record<keyof Counters, Counter>> {
  const made = Object.entries(counterTable).map(([name, { help, labels }]) => {
    const counter = new Counter({
      name: `${prefix}${name}_total`,
      help,
      labelNames: [...labels],
      registers: [registry],
    });
    return [name, counter] as const;
  });
  return Object.fromEntries(made) as Record<keyof Counters, Counter>;
}

function createHistograms(registry: Registry): Readonly<Record<keyof Durations, Histogram>> {
  const made = Object.entries(durationTable).map(([name, { help, labels, buckets }]) => {
    const options = { name: `${prefix}${name}`, help, labelNames: [...labels], buckets: [...buckets] };
    return [name, new Histogram({ ...options, registers: [registry] })] as const;
  });
  return Object.fromEntries(made) as Record<keyof Durations, Histogram>;
}

function addGauges(registry: Registry, readers: GaugeReaders): void {
  addGauge(registry, { name: 'jobs_now', help: 'Jobs by state', labelNames: ['state'] }, async (gauge) => {
    for (const [state, count] of Object.entries(await readers.countJobs())) gauge.set({ state }, count);
  });
  addSyncGauges(registry, readers);
  addBudgetGauges(registry, readers);
  const findOldestDueSeconds = readers.findOldestDueSeconds?.bind(readers);
  if (findOldestDueSeconds === undefined) return;
  addGauge(registry, { name: 'oldest_due_job_seconds', help: 'Lateness of the latest job' }, async (gauge) => {
    gauge.set(await findOldestDueSeconds());
  });
}

const syncGauges = [
  ['oldest_unsynced_event_seconds', 'Age of the first event that no sync has followed', 'unsyncedSeconds'],
  ['since_last_sync_seconds', 'Time since the last sync was done', 'sinceSyncSeconds'],
  ['since_last_event_seconds', 'Time since the PMS last rang', 'sinceEventSeconds'],
] as const;

function addSyncGauges(registry: Registry, readers: GaugeReaders): void {
  const listSyncAges = readers.listSyncAges?.bind(readers);
  if (listSyncAges === undefined) return;
  for (const [name, help, age] of syncGauges) {
    addGauge(registry, { name, help, labelNames: ['property'] }, async (gauge) => {
      for (const ages of await listSyncAges())
        if (ages[age] !== undefined) gauge.set({ property: ages.property }, ages[age]);
    });
  }
}

const budgetGauges = [
  [
    'pms_budget_used_ratio',
    'Share of the allowed requests that were sent within the last minute',
    ({ lastMinute, requestsPerSecond }: BudgetGauges) => lastMinute / (60 * requestsPerSecond),
  ],
  ['pms_requests_waiting', 'Requests that wait for their turn', ({ waiting }: BudgetGauges) => waiting],
  ['pms_paused_seconds', 'How much longer nothing is sent', ({ pausedMs }: BudgetGauges) => pausedMs / 1_000],
] as const;

function addBudgetGauges(registry: Registry, readers: GaugeReaders): void {
  const listBudgets = readers.listBudgets?.bind(readers);
  if (listBudgets === undefined) return;
  for (const [name, help, toValue] of budgetGauges) {
    addGauge(registry, { name, help, labelNames: ['connection'] }, async (gauge) => {
      for (const budget of await listBudgets()) gauge.set({ connection: budget.connection }, toValue(budget));
    });
  }
}

interface GaugeFacts {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: string[];
}

function addGauge(registry: Registry, facts: GaugeFacts, read: (gauge: Gauge) => Promise<void>): void {
  // The registry holds it and asks it at each scrape.
  new Gauge({
    ...facts,
    name: `${prefix}${facts.name}`,
    registers: [registry],
    async collect() {
      this.reset();
      try {
        await read(this);
      } catch {
        if (facts.labelNames === undefined) this.remove(); // it would otherwise say 0
      }
    },
  });
}
