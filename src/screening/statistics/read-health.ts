import type { FindingResult } from '../../domain/finding.ts';
import { type Share, toShare } from '../../domain/statistics/shares.ts';
import { plusDays } from '../../domain/statistics/time-steps.ts';
import type { LocalDate } from '../../domain/subject.ts';
import type { ProviderManifest } from '../../ports/check-provider.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { Watchlists, WatchlistStatus } from '../../ports/watchlists.ts';

export interface ProviderHealth {
  readonly provider: string;
  readonly label: string;
  readonly answers: Readonly<Partial<Record<FindingResult, number>>>;
  readonly unavailable: Share;
  /** Of this calendar month (UTC); absent for what costs nothing. */
  readonly cost?: {
    readonly currency: string;
    readonly spentMinorUnits: number;
    readonly ceilingMinorUnits: number;
  };
}

export interface ScreeningHealth {
  readonly since: LocalDate;
  readonly providers: readonly ProviderHealth[];
  readonly lists: readonly WatchlistStatus[];
}

/** Throws `property_unknown`. */
export type ReadHealth = (propertyId: string) => Promise<ScreeningHealth>;

export interface HealthParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Those that the property has switched on. */
  readonly listProviders: (propertyId: string) => readonly ProviderManifest[];
  readonly ceilingFor: (propertyId: string, providerId: string) => number;
  readonly watchlists: Pick<Watchlists, 'list'>;
  /** Lists that the property is compared with. */
  readonly listsFor: (propertyId: string) => readonly string[];
}

/** How those are doing whom a property asks, and what it has spent on them. */
export function createReadHealth({ store, clock, ...parts }: HealthParts): ReadHealth {
  return (propertyId) =>
    store.read(async (rows) => {
      await rows.properties.get(propertyId);
      const month = clock.now().slice(0, 7);
      const lastMonth = plusDays(`${month}-01`, -1).slice(0, 7);
      const query = { propertyIds: [propertyId], dimension: 'provider', from: lastMonth, to: month } as const;
      const counts = await rows.statistics.sum(query, ['value', 'outcome']);
      const providers: ProviderHealth[] = [];
      for (const { id, label, cost } of parts.listProviders(propertyId)) {
        const own = counts.filter(({ value }) => value === id);
        const spentMinorUnits = await rows.spending.find({ propertyId, providerId: id, month });
        const ceilingMinorUnits = parts.ceilingFor(propertyId, id);
        providers.push({
          ...{ provider: id, label, ...toAnswers(own) },
          ...(cost && { cost: { currency: cost.currency, spentMinorUnits, ceilingMinorUnits } }),
        });
      }
      const wanted = parts.listsFor(propertyId);
      const lists = parts.watchlists.list(clock.now()).filter(({ listId }) => wanted.includes(listId));
      return { since: `${lastMonth}-01`, providers, lists };
    });
}

function toAnswers(counts: readonly { readonly outcome: string; readonly stays: number }[]) {
  const total = counts.reduce((sum, { stays }) => sum + stays, 0);
  const unavailable = counts.find(({ outcome }) => outcome === 'unavailable')?.stays ?? 0;
  return {
    answers: Object.fromEntries(counts.map(({ outcome, stays }) => [outcome, stays])),
    unavailable: toShare(unavailable, total),
  };
}
