import {
  type BudgetParts,
  createRequestBudget,
  defaultArrivalAllowanceMs,
  type RequestBudget,
} from './request-budget.ts';
import type { SharedSlots } from './shared-slots.ts';

const rememberedLimit = 200;

export interface BudgetsByCredential {
  /** The one budget of what is named so; see budget-id.ts. */
  for(budgetId: string): RequestBudget;
}

export type BudgetsByCredentialParts = Omit<BudgetParts, 'shared'> & {
  /** The credential's slots among all processes; undefined where there is no other. */
  readonly sharedFor?: (budgetId: string) => SharedSlots | undefined;
  /** It is known that nobody asked the PMS before, so there is no second to wait out. Default false. */
  readonly isFirst?: boolean;
};

/**
 * One budget per credential. A budget that is made within the first second waits that second out: the process before this
 * one may have spent it, up to its last moment.
 */
export function createBudgetsByCredential(parts: BudgetsByCredentialParts): BudgetsByCredential {
  const startedMs = performance.now();
  const { sharedFor = () => undefined, isFirst = false, ...own } = parts;
  const firstSecondMs = isFirst ? 0 : 1_000 + (parts.arrivalAllowanceMs ?? defaultArrivalAllowanceMs);
  const budgets = new Map<string, RequestBudget>();

  return {
    for: (budgetId) => {
      const known = budgets.get(budgetId);
      if (known !== undefined) return known;
      if (budgets.size >= rememberedLimit) forgetIdle(budgets);
      const shared = sharedFor(budgetId);
      const budget = createRequestBudget({ ...own, ...(shared && { shared }) });
      const leftMs = startedMs + firstSecondMs - performance.now();
      if (leftMs > 0 && parts.requestsPerSecond !== Infinity) budget.pauseFor(leftMs);
      budgets.set(budgetId, budget);
      return budget;
    },
  };
}

/** Properties come and go; without this a process that lives for years would keep the budgets of all. */
function forgetIdle(budgets: Map<string, RequestBudget>): void {
  for (const [budgetId, budget] of budgets) if (budget.isIdle()) budgets.delete(budgetId);
}
