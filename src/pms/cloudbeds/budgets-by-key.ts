import {
  type BudgetParts,
  createRequestBudget,
  defaultArrivalAllowanceMs,
  type RequestBudget,
} from './request-budget.ts';

const rememberedLimit = 200;

export interface BudgetsByKey {
  /** The one budget of this key. */
  for(apiKey: string): RequestBudget;
}

/**
 * One budget per API key. A budget that is made within the first second waits that second out: the process before this
 * one may have spent it, up to its last moment.
 */
export function createBudgetsByKey(parts: BudgetParts): BudgetsByKey {
  const startedMs = performance.now();
  const firstSecondMs = 1_000 + (parts.arrivalAllowanceMs ?? defaultArrivalAllowanceMs);
  const budgets = new Map<string, RequestBudget>();

  return {
    for: (apiKey) => {
      const known = budgets.get(apiKey);
      if (known !== undefined) return known;
      if (budgets.size >= rememberedLimit) forgetIdle(budgets);
      const budget = createRequestBudget(parts);
      const leftMs = startedMs + firstSecondMs - performance.now();
      if (leftMs > 0 && parts.requestsPerSecond !== Infinity) budget.pauseFor(leftMs);
      budgets.set(apiKey, budget);
      return budget;
    },
  };
}

/** Keys are rotated; without this a process that lives for years would keep them all. */
function forgetIdle(budgets: Map<string, RequestBudget>): void {
  for (const [apiKey, budget] of budgets) if (budget.isIdle()) budgets.delete(apiKey);
}
