import { ServiceError } from '../domain/errors.ts';
import type { Decision } from '../domain/screening.ts';
import { personWaits } from '../domain/urgency.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { tellOfStay } from './alerts/tell-of-match.ts';
import { countStay } from './statistics/count-stay.ts';

export type Decide = (screeningId: string, decision: Omit<Decision, 'decidedAt'>) => Promise<void>;

/**
 * A person's conclusion, and the job that tells the PMS. Throws `screening_unknown`, `decision_conflict` where the
 * screening was stopped, and `version_conflict` where a newer one has replaced it, because the guest's data changed.
 */
export function createDecide(parts: { readonly store: Store; readonly clock: Clock }): Decide {
  return (screeningId, decision) =>
    parts.store.transaction(async (rows) => {
      const screening = await rows.screenings.get(screeningId);
      if (screening.status === 'stopped') throw new ServiceError('decision_conflict', { screeningId });
      const { currentScreeningId } = (await rows.subjects.find(screening)) ?? {};
      if (currentScreeningId !== screeningId) throw new ServiceError('version_conflict', { screeningId });
      const at = parts.clock.now();
      await rows.screenings.saveDecision(screeningId, { ...decision, decidedAt: at });
      await rows.screenings.addToTimeline({ screeningId, at, event: 'decided', actor: decision.decidedBy });
      await countStay(rows, screeningId);
      await tellOfStay(rows, screening, at);
      const { propertyId, guestId } = screening;
      await rows.jobs.enqueue({
        kind: 'write-back',
        payload: { propertyId, guestId },
        urgency: personWaits,
        runAt: at,
      });
    });
}
