import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { screenAgain } from './start-screening.ts';

export interface Withdrawal {
  readonly propertyId: string;
  readonly guestId: string;
  /** Of one provider; of all, where it is left out. */
  readonly providerId?: string;
  readonly actor: string;
}

export type WithdrawAnswers = (withdrawal: Withdrawal) => Promise<{ readonly withdrawn: number }>;

/** Takes back the answers that stood for a guest, and screens the guest's stays again: each is asked anew. */
export function createWithdrawAnswers(parts: { readonly store: Store; readonly clock: Clock }): WithdrawAnswers {
  return ({ propertyId, guestId, providerId, actor }) =>
    parts.store.transaction(async (rows) => {
      const withdrawn = await rows.keptAnswers.withdraw({ propertyId, guestId }, providerId);
      if (withdrawn === 0) return { withdrawn };
      const at = parts.clock.now();
      for (const { subject } of await rows.subjects.listByGuest(propertyId, guestId)) {
        await screenAgain(rows, subject, { at, actor });
      }
      return { withdrawn };
    });
}
