import type { Instant } from '../../domain/subject.ts';
import type { PropertyRepository } from '../../ports/store.ts';
import type { KeyedDigest, Sealed } from '../column-kinds.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

/** The last parts of addresses on their way out: still answered while the PMS may ring there. */
export interface FormerWebhookSecrets extends Pick<PropertyRepository, 'listFormerSecrets' | 'endFormerSecrets'> {
  add(propertyId: string, secret: string): Promise<void>;
  findPropertyId(secret: string, now: Instant): Promise<string | undefined>;
}

export function createFormerWebhookSecrets(parts: RowParts): FormerWebhookSecrets {
  const { sealing, digests } = parts;
  const statements = createStatements(parts);
  const placeOf = (propertyId: string) => `former-webhook-secret/${propertyId}`;
  return {
    async add(propertyId, secret) {
      const sealed = sealing.seal(placeOf(propertyId), secret);
      await statements.add({ propertyId, sealed, digest: digests.webhookSecret(secret) });
    },
    async findPropertyId(secret, now) {
      const [row] = await statements.find({ digest: digests.webhookSecret(secret), now });
      return row?.propertyId;
    },
    listFormerSecrets: async (propertyId) =>
      (await statements.list({ propertyId })).map(({ sealed }) => sealing.open(placeOf(propertyId), sealed) as string),
    async endFormerSecrets(propertyId, until) {
      await statements.end({ propertyId, until });
    },
  };
}

function createStatements({ database }: RowParts) {
  return {
    add: prepareChange(database, (given: { propertyId: string; digest: KeyedDigest; sealed: Sealed }) =>
      database.insertInto('former_webhook_secret').values({
        property_id: given.propertyId,
        secret_digest: given.digest,
        sealed_secret: given.sealed,
        answered_until: null,
      }),
    ),
    find: prepareRows(database, (given: { digest: KeyedDigest; now: string }) =>
      database
        .selectFrom('former_webhook_secret')
        .select('property_id as propertyId')
        .where('secret_digest', '=', given.digest)
        .where((row) => row.or([row('answered_until', 'is', null), row('answered_until', '>', given.now)])),
    ),
    list: prepareRows(database, (given: { propertyId: string }) =>
      database
        .selectFrom('former_webhook_secret')
        .select('sealed_secret as sealed')
        .where('property_id', '=', given.propertyId)
        .where('answered_until', 'is', null),
    ),
    end: prepareChange(database, (given: { propertyId: string; until: string }) =>
      database
        .updateTable('former_webhook_secret')
        .set({ answered_until: given.until })
        .where('property_id', '=', given.propertyId)
        .where('answered_until', 'is', null),
    ),
  };
}
