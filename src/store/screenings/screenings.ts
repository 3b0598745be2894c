import { ServiceError } from '../../domain/errors.ts';
import type { Screening } from '../../domain/screening.ts';
import type { ScreeningRepository } from '../../ports/store.ts';
import { createConcludedScreenings } from './concluded-screenings.ts';
import type { RowParts } from '../row-parts.ts';
import { createScreeningList } from './screening-list.ts';
import {
  type SealedDecision,
  type SealedFindings,
  toDecisionPlace,
  toFindingsPlace,
  toScreening,
} from './screening-row.ts';
import { createScreeningStatements } from './screening-statements.ts';
import { createTimeline } from '../desk/timeline.ts';

export function createScreenings(parts: RowParts): ScreeningRepository {
  const { sealing } = parts;
  const statements = createScreeningStatements(parts);
  const find = async (screeningId: string): Promise<Screening | undefined> => {
    const [row] = await statements.find({ screeningId });
    return row && toScreening(row, sealing);
  };

  return {
    find,
    async get(screeningId) {
      const screening = await find(screeningId);
      if (screening === undefined) throw new ServiceError('screening_unknown', { screeningId });
      return screening;
    },
    async add({ id, propertyId, reservationId, guestId, fingerprint, createdAt }) {
      const key = { propertyId, reservationId, guestId };
      await statements.retireCurrent({ ...key, at: createdAt });
      const added = await statements.add({ ...key, id, fingerprint, createdAt });
      if (added === 0) throw new Error(`A screening needs its subject: ${reservationId}/${guestId} is not there.`);
    },
    async saveConclusion(screeningId, { status, findings, conclusion, selection, at }) {
      const sealed = sealing.seal(toFindingsPlace(screeningId), {
        findings,
        reasons: conclusion?.reasons ?? [],
        ...(conclusion && { explanation: conclusion.explanation }),
        ...(selection && { selection }),
      } satisfies SealedFindings);
      const result = {
        status,
        outcome: conclusion?.outcome ?? null,
        at,
        sealed,
        policyName: conclusion?.policy.name ?? null,
        policyVersion: conclusion?.policy.version ?? null,
      };
      assertChanged(await statements.saveConclusion({ screeningId, ...result }), screeningId);
    },
    async saveDecision(screeningId, { decision, reason, decidedBy, decidedAt }) {
      const sealed = sealing.seal(toDecisionPlace(screeningId), { reason, decidedBy } satisfies SealedDecision);
      assertChanged(await statements.saveDecision({ screeningId, decision, decidedAt, sealed }), screeningId);
    },
    async stopOpen({ propertyId, reservationId, guestId }, at) {
      await statements.stopOpen({ propertyId, reservationId, guestId, at });
    },
    ...createScreeningList(parts),
    ...createConcludedScreenings(parts),
    ...createTimeline(parts),
  };
}

function assertChanged(changed: number, screeningId: string): void {
  if (changed === 0) throw new ServiceError('screening_unknown', { screeningId });
}
