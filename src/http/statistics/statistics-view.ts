import type { components } from '../../../openapi/service.generated.ts';
import { type DisparityRates, disparityReading, smallestGroup } from '../../domain/statistics/disparity.ts';
import type { Durations } from '../../domain/statistics/durations.ts';
import type { Rate, Share } from '../../domain/statistics/shares.ts';
import type { DisparityReport } from '../../screening/statistics/read-disparity.ts';
import type { ScreeningHealth } from '../../screening/statistics/read-health.ts';
import type { Statistics } from '../../screening/statistics/read-statistics.ts';
import { toWatchlistView } from '../operations/watchlist-routes.ts';

type Schemas = components['schemas'];

export function toStatisticsView(statistics: Statistics): Schemas['Statistics'] {
  const { propertyIds, from, to, step, asOf, stays, outcomes, openReviews, forms } = statistics;
  return {
    ...{ from, to, step, asOf, stays, outcomes },
    properties: [...propertyIds],
    overTime: [...statistics.overTime],
    byProperty: [...statistics.byProperty],
    reasons: [...statistics.reasons],
    answerTime: toDurationsView(statistics.answerTime),
    decisionTime: toDurationsView(statistics.decisionTime),
    clearBeforeArrival: [...statistics.clearBeforeArrival],
    clearedWithoutPerson: toShareView(statistics.clearedWithoutPerson),
    review: toShareView(statistics.review),
    falseAlarms: toShareView(statistics.falseAlarms),
    knownGuests: toShareView(statistics.knownGuests),
    openReviews: {
      count: openReviews.ages.count,
      oldestAt: openReviews.oldestAt ?? null,
      ages: toDurationsView(openReviews.ages),
    },
    forms: { opened: forms.opened, completed: toShareView(forms.completed) },
  };
}

export function toDisparityView({
  from,
  to,
  propertyIds,
  stays,
  dimensions,
}: DisparityReport): Schemas['DisparityReport'] {
  return {
    ...{ from, to, stays, smallestGroup },
    properties: [...propertyIds],
    reading: [...disparityReading],
    dimensions: dimensions.map(({ dimension, overall, groups, hidden }) => ({
      dimension,
      overall: toRatesView(overall),
      groups: groups.map(({ value, rates, stands }) => ({ value, rates: toRatesView(rates), stands })),
      hidden,
    })),
  };
}

export function toHealthView({ since, providers, lists, pms }: ScreeningHealth): Schemas['ScreeningHealth'] {
  return {
    since,
    providers: providers.map(({ provider, label, state, askedAgainAt = null, answers, unavailable, cost = null }) => ({
      ...{ provider, label, state, askedAgainAt, answers: { ...answers }, cost },
      unavailable: toShareView(unavailable),
    })),
    lists: lists.map(toWatchlistView),
    pms: toBudgetView(pms),
  };
}

function toBudgetView(use: ScreeningHealth['pms']): Schemas['ScreeningHealth']['pms'] {
  if (use === undefined) return null;
  const { requestsPerSecond, lastMinute, waiting, pausedUntil = null } = use;
  return {
    ...{ lastMinute, waiting, pausedUntil },
    requestsPerSecond: Number.isFinite(requestsPerSecond) ? requestsPerSecond : null,
  };
}

function toShareView({ count, of, share }: Share): Schemas['Share'] {
  return { count, of, share: share ?? null };
}

function toRateView(rate: Rate): Schemas['Rate'] {
  return { ...toShareView(rate), from: rate.from ?? null, to: rate.to ?? null };
}

function toRatesView({ stays, concern, flagged, declined, falseAlarms }: DisparityRates): Schemas['DisparityRates'] {
  return {
    stays,
    concern: toRateView(concern),
    flagged: toRateView(flagged),
    declined: toRateView(declined),
    falseAlarms: toRateView(falseAlarms),
  };
}

function toDurationsView({ count, medianS, p95S, buckets }: Durations): Schemas['DurationBuckets'] {
  return {
    count,
    medianS: medianS ?? null,
    p95S: p95S ?? null,
    buckets: buckets.map((bucket) => ({ upToS: bucket.upToS ?? null, count: bucket.count })),
  };
}
