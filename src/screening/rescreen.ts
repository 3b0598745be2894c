import { ServiceError } from '../domain/errors.ts';
import { personWaits } from '../domain/urgency.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { startScreening } from './start-screening.ts';

export type Rescreen = (screeningId: string, actor: string) => Promise<{ readonly screeningId: string }>;

/** Screens the same subject again, as it is now. Throws `screening_unknown`, and `decision_conflict` for an ended stay. */
export function createRescreen(parts: { readonly store: Store; readonly clock: Clock }): Rescreen {
  return (screeningId, actor) =>
    parts.store.transaction(async (rows) => {
      const screening = await rows.screenings.get(screeningId);
      const stored = await rows.subjects.find(screening);
      if (stored?.isActive !== true) throw new ServiceError('decision_conflict', { screeningId });
      return startScreening(rows, {
        subject: stored.subject,
        fingerprint: stored.fingerprint,
        at: parts.clock.now(),
        urgency: personWaits,
        because: { event: 'rescreen_asked', actor },
      });
    });
}
