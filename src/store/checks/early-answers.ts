import type { Finding } from '../../domain/finding.ts';
import type { PendingCheckRepository, PendingReference } from '../../ports/pending-checks.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { KeyedDigest, Sealed } from '../tables.ts';

type EarlyAnswers = Pick<PendingCheckRepository, 'addCallback' | 'keepEarly' | 'takeEarly' | 'removeBefore'>;

/** Deliveries that were seen, and answers whose question is not on disk yet. */
export function createEarlyAnswers(parts: RowParts): EarlyAnswers {
  const { sealing, digests } = parts;
  const statements = createStatements(parts);
  const toKey = ({ propertyId, providerId, reference }: PendingReference) => {
    const referenceDigest = digests.vendorReference(reference);
    const place = `early_answer/${propertyId}/${providerId}/${Buffer.from(referenceDigest).toString('hex')}`;
    return { key: { propertyId, providerId, referenceDigest }, place };
  };
  return {
    async addCallback({ propertyId, providerId, eventId, receivedAt }) {
      const eventDigest = digests.vendorReference(eventId);
      return (await statements.addCallback({ propertyId, providerId, eventDigest, receivedAt })) > 0;
    },
    async keepEarly(reference, { finding, receivedAt }) {
      const { key, place } = toKey(reference);
      await statements.keepEarly({ ...key, receivedAt, sealed: sealing.seal(place, finding) });
    },
    async takeEarly(reference) {
      const { key, place } = toKey(reference);
      const [row] = await statements.findEarly(key);
      if (row === undefined) return undefined;
      await statements.removeEarly(key);
      return sealing.open(place, row.sealedFinding) as Finding;
    },
    async removeBefore(before) {
      await statements.removeCallbacks({ before: before.callbacks });
      await statements.removeOldEarly({ before: before.earlyAnswers });
    },
  };
}

interface Key {
  readonly propertyId: string;
  readonly providerId: string;
  readonly referenceDigest: KeyedDigest;
}

interface CallbackRow {
  readonly propertyId: string;
  readonly providerId: string;
  readonly eventDigest: KeyedDigest;
  readonly receivedAt: string;
}

function createStatements({ database }: RowParts) {
  return {
    addCallback: prepareChange(database, (given: CallbackRow) =>
      database
        .insertInto('provider_callback')
        .values({
          property_id: given.propertyId,
          provider_id: given.providerId,
          event_digest: given.eventDigest,
          received_at: given.receivedAt,
        })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    keepEarly: prepareChange(database, (given: Key & { receivedAt: string; sealed: Sealed }) => {
      const values = { received_at: given.receivedAt, sealed_finding: given.sealed };
      return database
        .insertInto('early_answer')
        .values({
          property_id: given.propertyId,
          provider_id: given.providerId,
          reference_digest: given.referenceDigest,
          ...values,
        })
        .onConflict((conflict) =>
          conflict.columns(['property_id', 'provider_id', 'reference_digest']).doUpdateSet(values),
        );
    }),
    findEarly: prepareRows(database, (given: Key) =>
      database
        .selectFrom('early_answer')
        .select('sealed_finding as sealedFinding')
        .where('property_id', '=', given.propertyId)
        .where('provider_id', '=', given.providerId)
        .where('reference_digest', '=', given.referenceDigest),
    ),
    removeEarly: prepareChange(database, (given: Key) =>
      database
        .deleteFrom('early_answer')
        .where('property_id', '=', given.propertyId)
        .where('provider_id', '=', given.providerId)
        .where('reference_digest', '=', given.referenceDigest),
    ),
    removeCallbacks: prepareChange(database, (given: { before: string }) =>
      database.deleteFrom('provider_callback').where('received_at', '<', given.before),
    ),
    removeOldEarly: prepareChange(database, (given: { before: string }) =>
      database.deleteFrom('early_answer').where('received_at', '<', given.before),
    ),
  };
}
