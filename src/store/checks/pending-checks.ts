import { randomUUID } from 'node:crypto';
import type { Finding } from '../../domain/finding.ts';
import type { PendingCheck, PendingCheckRepository } from '../../ports/pending-checks.ts';
import { createEarlyAnswers } from './early-answers.ts';
import { createPendingCheckStatements, type PendingCheckRow } from './pending-check-statements.ts';
import { toPresent } from '../present.ts';
import type { RowParts } from '../row-parts.ts';

export function createPendingChecks(parts: RowParts): PendingCheckRepository {
  const { sealing, digests } = parts;
  const statements = createPendingCheckStatements(parts);
  const early = createEarlyAnswers(parts);
  const toFirst = ([row]: readonly PendingCheckRow[]): PendingCheck | undefined => {
    if (row === undefined) return undefined;
    const { sealedQuestion, ...rest } = row;
    return { ...toPresent(rest), ...(sealing.open(placeOf(row.id), sealedQuestion) as SealedQuestion) };
  };

  return {
    ...early,
    ...createEnd(statements),
    find: async (pendingId) => toFirst(await statements.find({ pendingId })),
    findByReference: async ({ providerId, propertyId, reference }) => {
      const referenceDigest = digests.vendorReference(reference);
      return toFirst(await statements.findByReference({ providerId, propertyId, referenceDigest }));
    },
    findByQuestion: async (questionKey, now) => toFirst(await statements.findByQuestion({ questionKey, now })),
    async save(pending) {
      const { propertyId, providerId, reference, finding, nextPollAt = null, ...rest } = pending;
      const referenceDigest = digests.vendorReference(reference);
      const [known] = await statements.findByReference({ providerId, propertyId, referenceDigest });
      if (known !== undefined) {
        const { screeningId, overdueAt } = pending;
        await statements.reopen({ pendingId: known.id, screeningId, overdueAt, nextPollAt });
        return known.id;
      }
      const id = randomUUID();
      const sealedQuestion = sealing.seal(placeOf(id), { reference, finding } satisfies SealedQuestion);
      await statements.add({ id, propertyId, providerId, referenceDigest, nextPollAt, sealedQuestion, ...rest });
      return id;
    },
    async setState(pendingId, state) {
      await statements.setState({ pendingId, state });
    },
    async setNextPoll(pendingId, nextPollAt) {
      await statements.setNextPoll({ pendingId, nextPollAt });
    },
    async setFinding(pendingId, finding) {
      const [row] = await statements.find({ pendingId });
      if (row === undefined) return;
      const place = placeOf(pendingId);
      const { reference } = sealing.open(place, row.sealedQuestion) as SealedQuestion;
      const sealedQuestion = sealing.seal(place, { reference, finding } satisfies SealedQuestion);
      await statements.setQuestion({ pendingId, sealedQuestion });
    },
  };
}

/** What becomes of a guest's questions when the guest is merged or forgotten. */
function createEnd(
  statements: ReturnType<typeof createPendingCheckStatements>,
): Pick<PendingCheckRepository, 'moveGuest' | 'forgetGuest' | 'listRedacting' | 'remove'> {
  return {
    async moveGuest(propertyId, guestId, mergedInto) {
      await statements.moveGuest({ propertyId, guestId, mergedInto });
    },
    async forgetGuest(propertyId, guestId) {
      await statements.forgetGuest({ propertyId, guestId });
    },
    listRedacting: async (propertyId, guestId) =>
      (await statements.listRedacting({ propertyId, guestId })).map(({ id }) => id),
    async remove(pendingId) {
      await statements.remove({ pendingId });
    },
  };
}

interface SealedQuestion {
  readonly reference: string;
  readonly finding: Finding;
}

function placeOf(pendingId: string): string {
  return `pending_check/${pendingId}`;
}
