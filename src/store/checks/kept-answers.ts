import type { Finding } from '../../domain/finding.ts';
import type { KeptAnswerRepository } from '../../ports/check-memory.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import { toPresent } from '../present.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealed } from '../tables.ts';

export function createKeptAnswers(parts: RowParts): KeptAnswerRepository {
  const { sealing } = parts;
  const statements = createStatements(parts);
  return {
    async find(questionKey, now) {
      const [row] = await statements.find({ questionKey, now });
      if (row === undefined) return undefined;
      const { sealedFinding, ...rest } = row;
      return { ...toPresent(rest), finding: sealing.open(placeOf(questionKey), sealedFinding) as Finding };
    },
    async keep({ questionKey, propertyId, providerId, guestId = null, finding, validUntil }) {
      const sealed = sealing.seal(placeOf(questionKey), finding);
      await statements.keep({ questionKey, propertyId, providerId, guestId, validUntil, sealed });
    },
    withdraw: ({ propertyId, guestId }, providerId) =>
      providerId === undefined
        ? statements.withdrawAll({ propertyId, guestId })
        : statements.withdraw({ propertyId, guestId, providerId }),
    removeExpired: (now) => statements.removeExpired({ now }),
  };
}

function placeOf(questionKey: string): string {
  return `kept_answer/${questionKey}`;
}

interface KeptAnswerRow {
  readonly questionKey: string;
  readonly propertyId: string;
  readonly providerId: string;
  readonly guestId: string | null;
  readonly validUntil: string;
  readonly sealed: Sealed;
}

function createStatements({ database }: RowParts) {
  const removeOf = (given: { propertyId: string; guestId: string }) =>
    database
      .deleteFrom('kept_answer')
      .where('property_id', '=', given.propertyId)
      .where('guest_id', '=', given.guestId);
  return {
    find: prepareRows(database, (given: { questionKey: string; now: string }) =>
      database
        .selectFrom('kept_answer')
        .select(['question_key as questionKey', 'property_id as propertyId', 'provider_id as providerId'])
        .select(['guest_id as guestId', 'valid_until as validUntil', 'sealed_finding as sealedFinding'])
        .where('question_key', '=', given.questionKey)
        .where('valid_until', '>', given.now),
    ),
    keep: prepareChange(database, (given: KeptAnswerRow) => {
      const values = {
        property_id: given.propertyId,
        provider_id: given.providerId,
        guest_id: given.guestId,
        valid_until: given.validUntil,
        sealed_finding: given.sealed,
      };
      return database
        .insertInto('kept_answer')
        .values({ question_key: given.questionKey, ...values })
        .onConflict((conflict) => conflict.column('question_key').doUpdateSet(values));
    }),
    withdrawAll: prepareChange(database, removeOf),
    withdraw: prepareChange(database, (given: { propertyId: string; guestId: string; providerId: string }) =>
      removeOf(given).where('provider_id', '=', given.providerId),
    ),
    removeExpired: prepareChange(database, (given: { now: string }) =>
      database.deleteFrom('kept_answer').where('valid_until', '<=', given.now),
    ),
  };
}
