import type { Clock } from '../../ports/clock.ts';
import type { JobContext, JobHandler } from '../../ports/jobs.ts';
import type { ProfileScope, UnboundPage } from '../../ports/profiles.ts';
import type { UncountedPage } from '../../ports/statistics.ts';
import type { Store } from '../../ports/store.ts';
import { countStay } from '../statistics/count-stay.ts';
import type { BindProfile } from './bind-profile.ts';

export interface TakeStockParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly bindProfile: BindProfile;
  readonly scopeFor: (propertyId: string) => ProfileScope;
}

/** A few milliseconds of the store, after which others have theirs. */
const subjectsPerCommit = 100;

/**
 * Puts on cards, and counts, what was there before there were cards and counts, and moves cards where properties began or
 * ended to share them. In parts; what is done is left alone, so that it can break off and be done again.
 */
export function createTakeStock(parts: TakeStockParts): JobHandler<'take-stock'> {
  return async ({ propertyId }, context) => {
    await bindAll(parts, propertyId, context);
    await countAll(parts, propertyId, context);
  };
}

async function bindAll(parts: TakeStockParts, propertyId: string, { lease, signal }: JobContext): Promise<void> {
  const { store, clock, bindProfile, scopeFor } = parts;
  let afterNo: number | undefined = 0;
  while (afterNo !== undefined) {
    signal.throwIfAborted();
    const query = { propertyId, scope: scopeFor(propertyId), afterNo, limit: subjectsPerCommit };
    const page: UnboundPage = await store.read((rows) => rows.profiles.listUnbound(query));
    if (page.subjects.length > 0) {
      await store.transactionUnder(lease, async (rows) => {
        for (const subject of page.subjects) await bindProfile(rows, subject, clock.now());
      });
    }
    afterNo = page.nextNo;
  }
}

async function countAll(parts: TakeStockParts, propertyId: string, { lease, signal }: JobContext): Promise<void> {
  const { store } = parts;
  let afterNo: number | undefined = 0;
  while (afterNo !== undefined) {
    signal.throwIfAborted();
    const query = { propertyId, afterNo, limit: subjectsPerCommit };
    const page: UncountedPage = await store.read((rows) => rows.statistics.listUncounted(query));
    if (page.screeningIds.length > 0) {
      await store.transactionUnder(lease, async (rows) => {
        for (const screeningId of page.screeningIds) await countStay(rows, screeningId);
      });
    }
    afterNo = page.nextNo;
  }
}
