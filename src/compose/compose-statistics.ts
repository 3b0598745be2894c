import type { Settings } from '../config/environment.ts';
import type { StatisticsHttpParts } from '../http/statistics/statistics-parts.ts';
import type { Clock } from '../ports/clock.ts';
import { monthlyCeilingName } from '../ports/monthly-ceiling.ts';
import type { PmsBudget } from '../ports/pms-budget.ts';
import type { Store } from '../ports/store.ts';
import { createReadDisparity } from '../screening/statistics/read-disparity.ts';
import { createReadHealth, type HealthParts } from '../screening/statistics/read-health.ts';
import { createReadStatistics } from '../screening/statistics/read-statistics.ts';
import type { ComposedChecks } from './compose-checks.ts';
import type { ComposedWatchlists } from './compose-watchlists.ts';

export interface StatisticsCompositionParts {
  readonly settings: Pick<Settings, 'properties'>;
  readonly store: Store;
  readonly clock: Clock;
  readonly checks: Pick<ComposedChecks, 'listFor' | 'findHealth'>;
  readonly pms: PmsBudget;
  readonly watchlists: { readonly http: { readonly lists: HealthParts['watchlists'] } } & Pick<
    ComposedWatchlists,
    'listsFor'
  >;
}

export function composeStatistics({
  settings,
  store,
  clock,
  checks,
  pms,
  watchlists,
}: StatisticsCompositionParts): StatisticsHttpParts {
  return {
    read: createReadStatistics({ store, clock }),
    readDisparity: createReadDisparity({ store, clock }),
    readHealth: createReadHealth({
      store,
      clock,
      listProviders: checks.listFor,
      findVendorHealth: checks.findHealth,
      findBudgetUse: (propertyId) => pms.findBudgetUse(propertyId),
      ceilingFor: (propertyId, providerId) => {
        const provider = settings.properties.configFor(propertyId).providers[providerId];
        return Number(provider?.settings[monthlyCeilingName] ?? 0);
      },
      watchlists: watchlists.http.lists,
      listsFor: watchlists.listsFor,
    }),
  };
}
