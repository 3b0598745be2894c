import { toLocalDate } from '../../domain/calendar.ts';
import { type Durations, toDurations } from '../../domain/statistics/durations.ts';
import { type Share, toShare } from '../../domain/statistics/shares.ts';
import { type LeadBucket, leadBuckets, toTimeBucket } from '../../domain/statistics/stay-facts.ts';
import { listSteps, type TimeStep, toStepStart } from '../../domain/statistics/time-steps.ts';
import type { Instant, LocalDate } from '../../domain/subject.ts';
import type { Clock } from '../../ports/clock.ts';
import type { StatisticCount } from '../../ports/statistics.ts';
import type { Rows, Store } from '../../ports/store.ts';
import { createBriefMemory } from './brief-memory.ts';
import { type Counts, noOutcomes, type OutcomeCounts, readCounts, toOutcomeCounts } from './path-counts.ts';

export interface TimeQuery {
  readonly propertyIds: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export type StatisticsRequest = TimeQuery & { readonly step: TimeStep };

export interface Statistics extends StatisticsRequest {
  readonly asOf: Instant;
  readonly stays: number;
  readonly outcomes: OutcomeCounts;
  readonly overTime: readonly { readonly start: LocalDate; readonly outcomes: OutcomeCounts }[];
  readonly byProperty: readonly { readonly propertyId: string; readonly outcomes: OutcomeCounts }[];
  /** Most frequent first. */
  readonly reasons: readonly { readonly code: string; readonly stays: number }[];
  readonly answerTime: Durations;
  readonly decisionTime: Durations;
  readonly clearBeforeArrival: readonly { readonly days: LeadBucket; readonly stays: number }[];
  readonly clearedWithoutPerson: Share;
  readonly review: Share;
  readonly falseAlarms: Share;
  readonly knownGuests: Share;
  readonly openReviews: { readonly oldestAt?: Instant; readonly ages: Durations };
  readonly forms: { readonly opened: number; readonly completed: Share };
}

export type ReadStatistics = (request: StatisticsRequest) => Promise<Statistics>;

/** How old figures may be: they are asked for by every page that is open. */
const keptMs = 60_000;

const shownReasons = 30;

export function createReadStatistics({ store, clock }: { store: Store; clock: Clock }): ReadStatistics {
  const remember = createBriefMemory<Statistics>(clock, keptMs);
  return (request) => remember(JSON.stringify(request), () => store.read((rows) => read(rows, request, clock.now())));
}

async function read(rows: Rows, request: StatisticsRequest, asOf: Instant): Promise<Statistics> {
  const { propertyIds, from, to, step } = request;
  const counts = readCounts(rows, request);
  // Both at once would be a row for each day of each property.
  const paths = await counts('path', ['period', 'outcome']);
  const ofProperties = Map.groupBy(await counts('path', ['propertyId', 'outcome']), (count) => count.propertyId);
  return {
    ...{ propertyIds, from, to, step, asOf },
    stays: sum(paths),
    outcomes: toOutcomeCounts(paths),
    overTime: toTimeline(paths, request),
    byProperty: propertyIds.map((propertyId) => {
      return { propertyId, outcomes: toOutcomeCounts(ofProperties.get(propertyId) ?? []) };
    }),
    reasons: (await counts('reason', ['value']))
      .map(({ value, stays }) => ({ code: value, stays }))
      .sort((one, other) => other.stays - one.stays || (one.code < other.code ? -1 : 1))
      .slice(0, shownReasons),
    answerTime: toDurations(toMap(await counts('answer_time', ['value']))),
    decisionTime: toDurations(toMap(await counts('decision_time', ['value']))),
    clearBeforeArrival: await readLeads(counts),
    ...toShares(paths),
    knownGuests: await readKnown(counts),
    openReviews: await readOpenReviews(rows, propertyIds, asOf),
    forms: await readForms(rows, request),
  };
}

function toTimeline(paths: readonly StatisticCount[], { from, to, step }: StatisticsRequest): Statistics['overTime'] {
  const byStep = Map.groupBy(paths, ({ period }) => toStepStart(period, step));
  return listSteps(from, to, step).map((start) => {
    const counts = byStep.get(start);
    return { start, outcomes: counts === undefined ? noOutcomes : toOutcomeCounts(counts) };
  });
}

function toShares(paths: readonly StatisticCount[]) {
  const count = (...wanted: readonly string[]) => sum(paths.filter(({ outcome }) => wanted.includes(outcome)));
  const machine = (name: string) => sum(paths.filter(({ outcome }) => outcome.startsWith(`${name}>`)));
  const stays = sum(paths);
  const overruled = count('flagged>approved');
  return {
    clearedWithoutPerson: toShare(count('clear>clear'), stays),
    review: toShare(machine('review') + machine('flagged'), stays),
    falseAlarms: toShare(overruled, overruled + count('flagged>declined')),
  };
}

async function readLeads(counts: Counts): Promise<Statistics['clearBeforeArrival']> {
  const byBucket = toMap(await counts('clear_lead', ['value']));
  return leadBuckets.map((days) => ({ days, stays: byBucket.get(days) ?? 0 }));
}

/** Guests of whom it is not known are not part of it. */
async function readKnown(counts: Counts): Promise<Share> {
  const guests = toMap(await counts('guest', ['value']));
  const known = guests.get('known') ?? 0;
  return toShare(known, known + (guests.get('new') ?? 0));
}

async function readOpenReviews(
  rows: Rows,
  propertyIds: readonly string[],
  asOf: Instant,
): Promise<Statistics['openReviews']> {
  const since: Instant[] = [];
  for (const propertyId of propertyIds) {
    const { timeZone } = await rows.properties.get(propertyId);
    since.push(...(await rows.statistics.listOpenReviews(propertyId, toLocalDate(asOf, timeZone))));
  }
  const ages = new Map<string, number>();
  for (const at of since) {
    const bucket = toTimeBucket((Date.parse(asOf) - Date.parse(at)) / 1_000);
    ages.set(bucket, (ages.get(bucket) ?? 0) + 1);
  }
  const [oldestAt] = since.sort();
  return { ...(oldestAt !== undefined && { oldestAt }), ages: toDurations(ages) };
}

async function readForms(rows: Rows, query: TimeQuery): Promise<Statistics['forms']> {
  const { opened, completed } = await rows.statistics.countForms(query);
  return { opened, completed: toShare(completed, opened) };
}

function toMap(counts: readonly StatisticCount[]): ReadonlyMap<string, number> {
  return new Map(counts.map(({ value, stays }) => [value, stays]));
}

function sum(counts: readonly StatisticCount[]): number {
  return counts.reduce((total, { stays }) => total + stays, 0);
}
