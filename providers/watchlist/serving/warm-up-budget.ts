import type { MatchIndex } from '../matching/index/match-index.ts';
import { LONGEST_WARM_UP_MS, warmUpInSlices } from '../matching/search/warm-up.ts';

/**
 * Warms searching up before a list is served, for `LONGEST_WARM_UP_MS` of a process in all: what the engine translated for
 * one list serves those after it, and the next editions.
 */
export class WarmUpBudget {
  private leftMs = LONGEST_WARM_UP_MS;

  async spendOn(index: MatchIndex): Promise<void> {
    if (this.leftMs <= 0) return;
    const from = performance.now();
    await warmUpInSlices(index, this.leftMs);
    this.leftMs -= performance.now() - from;
  }
}
