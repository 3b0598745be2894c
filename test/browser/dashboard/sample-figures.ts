import type { Page } from 'playwright-core';
import type { components } from '../../../openapi/service.generated.ts';
import { toRate, toShare } from '../../../src/domain/statistics/shares.ts';
import { toDurations } from '../../../src/domain/statistics/durations.ts';
import { listSteps, plusDays } from '../../../src/domain/statistics/time-steps.ts';
import { toDaytimeDay } from '../../support/browser/daytime.ts';

type Schemas = components['schemas'];

const days = 90;

/** Answers the statistics of a busy quarter, made up, so that every kind of bar, mark and sentence is to be seen. */
export async function showSampleFigures(page: Page): Promise<void> {
  await page.route('**/api/v1/statistics?*', (route) => route.fulfill({ json: toFigures() }));
  await page.route('**/api/v1/statistics/disparity?*', (route) => route.fulfill({ json: toDisparity() }));
  await page.route('**/screening-health', (route) => route.fulfill({ json: toHealth() }));
}

function toFigures(): Schemas['Statistics'] {
  const to = toDaytimeDay(0);
  const from = plusDays(to, 1 - days);
  const overTime = listSteps(from, to, 'week').map((start, week) => ({ start, outcomes: toOutcomes(week) }));
  const total = (outcome: keyof Schemas['ShownOutcomeCounts']) =>
    overTime.reduce((sum, { outcomes }) => sum + outcomes[outcome], 0);
  const outcomes = {
    clear: total('clear'),
    review: total('review'),
    flagged: total('flagged'),
    approved: total('approved'),
    declined: total('declined'),
  };
  const stays = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  return {
    ...{ from, to, step: 'week', asOf: new Date().toISOString(), stays, outcomes, overTime },
    properties: ['1'],
    byProperty: [],
    reasons: [
      { code: 'booking.short_notice', stays: 148 },
      { code: 'contact.relay_email', stays: 97 },
      { code: 'booking.one_night', stays: 61 },
      { code: 'document.missing', stays: 40 },
      { code: 'watchlist.match', stays: 12 },
      { code: 'house_list.banned', stays: 3 },
      { code: 'check.vendor_unavailable', stays: 2 },
    ],
    answerTime: toTimes({ 2: 310, 5: 520, 10: 180, 30: 60, 60: 20, 600: 9, 3600: 4 }),
    decisionTime: toTimes({ 60: 4, 300: 11, 600: 22, 1800: 31, 3600: 12, 10800: 9, 86400: 5 }),
    clearBeforeArrival: (['after_arrival', '0', '1', '2-3', '4-7', '8-30', 'over_30'] as const).map((lead, place) => {
      return { days: lead, stays: [6, 88, 71, 120, 190, 410, 160][place] ?? 0 };
    }),
    clearedWithoutPerson: toShareView(outcomes.clear, stays),
    review: toShareView(stays - outcomes.clear, stays),
    falseAlarms: toShareView(9, 13),
    knownGuests: toShareView(203, stays),
    openReviews: {
      count: 5,
      oldestAt: new Date(Date.now() - 30 * 3_600_000).toISOString(),
      ages: toTimes({ 600: 2, 3600: 2, 172800: 1 }),
    },
    forms: { opened: 260, completed: toShareView(197, 260) },
  };
}

/** The fifth week the house was closed. */
function toOutcomes(week: number): Schemas['ShownOutcomeCounts'] {
  if (week === 4) return { clear: 0, review: 0, flagged: 0, approved: 0, declined: 0 };
  const busy = 60 + ((week * 37) % 40);
  return {
    clear: busy,
    approved: 4 + (week % 5),
    review: week % 3,
    flagged: week > 10 ? 2 : week % 2,
    declined: week % 2,
  };
}

function toTimes(counts: Readonly<Record<number, number>>): Schemas['DurationBuckets'] {
  const { count, medianS = null, p95S = null, buckets } = toDurations(new Map(Object.entries(counts)));
  return { count, medianS, p95S, buckets: buckets.map(({ upToS = null, count: own }) => ({ upToS, count: own })) };
}

function toShareView(count: number, of: number): Schemas['Share'] {
  return { share: null, ...toShare(count, of) };
}

function toRates(stays: number, concern: number): Schemas['DisparityRates'] {
  const rate = (count: number, of: number) => ({ share: null, from: null, to: null, ...toRate(count, of) });
  return {
    stays,
    concern: rate(concern, stays),
    flagged: rate(Math.round(concern / 4), stays),
    declined: rate(Math.round(concern / 8), stays),
    falseAlarms: rate(Math.round(concern / 5), Math.round(concern / 3)),
  };
}

function toDisparity(): Schemas['DisparityReport'] {
  const to = toDaytimeDay(0);
  const group = (value: string, [stays, concern]: readonly [number, number], stands: 'higher' | 'lower' | 'within') => {
    return { value, rates: toRates(stays, concern), stands };
  };
  return {
    ...{ from: plusDays(to, 1 - days), to, properties: ['1'], stays: 1_103, smallestGroup: 20, reading: [] },
    dimensions: [
      {
        dimension: 'country',
        overall: toRates(1_103, 96),
        groups: [
          group('PT', [412, 21], 'lower'),
          group('DE', [198, 17], 'within'),
          group('GB', [160, 14], 'within'),
          group('UA', [44, 11], 'higher'),
          group('unknown', [61, 6], 'within'),
        ],
        hidden: { groups: 23, stays: 228 },
      },
      {
        dimension: 'name_script',
        overall: toRates(1_103, 96),
        groups: [group('latin', [1_040, 84], 'within'), group('cyrillic', [41, 9], 'higher')],
        hidden: { groups: 3, stays: 22 },
      },
      { dimension: 'form_language', overall: toRates(12, 1), groups: [], hidden: { groups: 4, stays: 12 } },
    ],
  };
}

function toHealth(): Schemas['ScreeningHealth'] {
  const now = Date.now();
  const at = (hoursAgo: number) => new Date(now - hoursAgo * 3_600_000).toISOString();
  const provider = (
    id: string,
    label: string,
    more: Partial<Schemas['ScreeningHealth']['providers'][number]> = {},
  ) => ({
    ...{ provider: id, label, state: 'answering' as const, askedAgainAt: null, cost: null },
    ...{ answers: { clear: 1_090 }, unavailable: toShareView(0, 1_103) },
    ...more,
  });
  const list = (listId: string, title: string, hoursAgo: number) => ({
    ...{ listId, title, canRefresh: true, persons: 8_214, publishedOn: toDaytimeDay(-3), fetchedAt: at(hoursAgo) },
    ...{
      state: hoursAgo > 48 ? ('stale' as const) : ('fresh' as const),
      checkedAt: at(hoursAgo),
      ageS: hoursAgo * 3_600,
    },
  });
  return {
    since: `${toDaytimeDay(-31).slice(0, 7)}-01`,
    providers: [
      provider('house-list', 'House list'),
      provider('identity-document', 'Identity document'),
      provider('yente', 'Sanctions lists (yente)', {
        state: 'left_alone',
        askedAgainAt: at(-0.1),
        unavailable: toShareView(31, 1_103),
      }),
      provider('stripe-identity', 'Identity (Stripe)', {
        state: 'failing',
        unavailable: toShareView(2, 64),
        cost: { currency: 'EUR', spentMinorUnits: 9_600, ceilingMinorUnits: 15_000 },
      }),
      provider('didit', 'Identity (Didit)', { state: 'unknown', unavailable: toShareView(0, 0) }),
    ],
    lists: [list('un-sc', 'UN Security Council', 5), list('eu-fsf', 'EU financial sanctions', 71)],
    pms: { requestsPerSecond: 5, lastMinute: 42, waiting: 3, pausedUntil: null },
  } as Schemas['ScreeningHealth'];
}
