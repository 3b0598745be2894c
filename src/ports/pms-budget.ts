/** How much of what the PMS allows is used. */
export interface PmsBudgetUse {
  /** What is allowed; Infinity where nothing limits it. */
  readonly requestsPerSecond: number;
  /** Requests that were sent in the last 60 seconds. */
  readonly lastMinute: number;
  /** Requests that wait for their turn. */
  readonly waiting: number;
  /** How much longer nothing is sent, since the PMS asked for a pause; else 0. */
  readonly pausedMs: number;
}

export interface PmsBudget {
  /** Of the key that opens a property, as this process spends it. Rejects where the property has no key. */
  findBudgetUse(propertyId: string): Promise<PmsBudgetUse>;
}
