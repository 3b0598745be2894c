import { ServiceError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { screenAgain } from './syncing/start-screening.ts';

export type Rescreen = (screeningId: string, actor: string) => Promise<{ readonly screeningId: string }>;

/** Screens the same subject again, as it is now. Throws `screening_unknown`, and `decision_conflict` for an ended stay. */
export function createRescreen(parts: { readonly store: Store; readonly clock: Clock }): Rescreen {
  return (screeningId, actor) =>
    parts.store.transaction(async (rows) => {
      const screening = await rows.screenings.get(screeningId);
      const again = await screenAgain(rows, screening, { at: parts.clock.now(), actor });
      if (again === undefined) throw new ServiceError('decision_conflict', { screeningId });
      return again;
    });
}
