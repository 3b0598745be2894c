import { plusMs, toLocalDate } from '../../domain/calendar.ts';
import { isServiceError } from '../../domain/errors.ts';
import type { FindingResult } from '../../domain/finding.ts';
import { type Share, toShare } from '../../domain/statistics/shares.ts';
import { plusDays } from '../../domain/statistics/time-steps.ts';
import type { Instant, LocalDate } from '../../domain/subject.ts';
import type { ProviderManifest } from '../../ports/check-provider.ts';
import type { Clock } from '../../ports/clock.ts';
import type { PmsBudget, PmsBudgetUse } from '../../ports/pms-budget.ts';
import type { Rows, Store } from '../../ports/store.ts';
import type { FindVendorHealth, VendorState } from '../../ports/vendor-health.ts';
import type { Watchlists, WatchlistStatus } from '../../ports/watchlists.ts';

export interface ProviderHealth {
  readonly provider: string;
  readonly label: string;
  readonly state: VendorState;
  /** While it is left alone. */
  readonly askedAgainAt?: Instant;
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
  /** Absent while no key opens the property. */
  readonly pms?: PmsBudgetUse & { readonly pausedUntil?: Instant };
}

/** Throws `property_unknown`. */
export type ReadHealth = (propertyId: string) => Promise<ScreeningHealth>;

export interface HealthParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Those that the property has switched on. */
  readonly listProviders: (propertyId: string) => readonly ProviderManifest[];
  readonly findVendorHealth: FindVendorHealth;
  readonly findBudgetUse: PmsBudget['findBudgetUse'];
  readonly ceilingFor: (propertyId: string, providerId: string) => number;
  readonly watchlists: Pick<Watchlists, 'list'>;
  /** Lists that the property is compared with. */
  readonly listsFor: (propertyId: string) => readonly string[];
}

/** How those are doing whom a property asks, what it has spent on them, and how much of the PMS's budget is used. */
export function createReadHealth(parts: HealthParts): ReadHealth {
  return async (propertyId) => {
    const kept = await parts.store.read((rows) => readKept(rows, propertyId, parts));
    const pms = await readBudget(propertyId, parts);
    return { ...kept, ...(pms !== undefined && { pms }) };
  };
}

async function readKept(rows: Rows, propertyId: string, parts: HealthParts): Promise<ScreeningHealth> {
  const { timeZone } = await rows.properties.get(propertyId);
  const now = parts.clock.now();
  // Stays are counted by the property's own calendar, money by that of UTC.
  const month = toLocalDate(now, timeZone).slice(0, 7);
  const lastMonth = plusDays(`${month}-01`, -1).slice(0, 7);
  const query = { propertyIds: [propertyId], dimension: 'provider', from: lastMonth, to: month } as const;
  const counts = await rows.statistics.sum(query, ['value', 'outcome']);
  const providers: ProviderHealth[] = [];
  for (const { id, label, cost } of parts.listProviders(propertyId)) {
    const own = counts.filter(({ value }) => value === id);
    const spentMinorUnits = await rows.spending.find({ propertyId, providerId: id, month: now.slice(0, 7) });
    const ceilingMinorUnits = parts.ceilingFor(propertyId, id);
    const { state, leftAloneMs } = parts.findVendorHealth(propertyId, id);
    providers.push({
      ...{ provider: id, label, state, ...toAnswers(own) },
      ...(state === 'left_alone' && { askedAgainAt: plusMs(now, leftAloneMs) }),
      ...(cost && { cost: { currency: cost.currency, spentMinorUnits, ceilingMinorUnits } }),
    });
  }
  const wanted = parts.listsFor(propertyId);
  const lists = parts.watchlists.list(now).filter(({ listId }) => wanted.includes(listId));
  return { since: `${lastMonth}-01`, providers, lists };
}

async function readBudget(
  propertyId: string,
  { findBudgetUse, clock }: Pick<HealthParts, 'findBudgetUse' | 'clock'>,
): Promise<ScreeningHealth['pms']> {
  try {
    const use = await findBudgetUse(propertyId);
    return { ...use, ...(use.pausedMs > 0 && { pausedUntil: plusMs(clock.now(), use.pausedMs) }) };
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return undefined;
  }
}

function toAnswers(counts: readonly { readonly outcome: string; readonly stays: number }[]) {
  const total = counts.reduce((sum, { stays }) => sum + stays, 0);
  const unavailable = counts.find(({ outcome }) => outcome === 'unavailable')?.stays ?? 0;
  return {
    answers: Object.fromEntries(counts.map(({ outcome, stays }) => [outcome, stays])),
    unavailable: toShare(unavailable, total),
  };
}
