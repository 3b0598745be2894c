import { ServiceError } from '../../domain/errors.ts';
import type { Property, PropertyRepository } from '../../ports/store.ts';
import { createFormerWebhookSecrets, type FormerWebhookSecrets } from './former-webhook-secrets.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import { toPresent } from '../present.ts';
import type { RowParts } from '../row-parts.ts';
import type { PropertyTable, Sealed } from '../tables.ts';

export function createProperties(parts: RowParts): PropertyRepository {
  const { sealing, digests, memory } = parts;
  const statements = createStatements(parts);
  const former = createFormerWebhookSecrets(parts);
  const { toProperty, find, get } = createReading(parts, statements);
  const changeSecret = async (propertyId: string, secret: string): Promise<void> => {
    const sealedSecret = sealing.seal(placeOf(propertyId), secret);
    await statements.changeSecret({ id: propertyId, sealedSecret, secretDigest: digests.webhookSecret(secret) });
    memory.properties.delete(propertyId);
  };

  return {
    find,
    get,
    async save(property) {
      const { id, name, timeZone, webhookSecret } = property;
      await statements.save({
        id,
        name,
        timeZone,
        sealedSecret: sealing.seal(placeOf(id), webhookSecret),
        secretDigest: digests.webhookSecret(webhookSecret),
      });
      memory.properties.delete(id);
      return get(id);
    },
    async findByWebhookSecret(secret, now) {
      const [row] = await statements.findBySecret({ digest: digests.webhookSecret(secret) });
      if (row !== undefined) return toProperty(row);
      const propertyId = await former.findPropertyId(secret, now);
      return propertyId === undefined ? undefined : find(propertyId);
    },
    ...createSecretChanges({ former, get, changeSecret }),
    list: async () => (await statements.list({})).map(toProperty),
    async noteSyncStarted(propertyId, at) {
      await statements.noteSyncStarted({ propertyId, at });
      memory.properties.delete(propertyId);
    },
    async moveWatermark(propertyId, syncedThrough) {
      await statements.moveWatermark({ propertyId, syncedThrough });
      memory.properties.delete(propertyId);
    },
  };
}

function createReading({ sealing, memory }: RowParts, statements: ReturnType<typeof createStatements>) {
  const toProperty = (row: PropertyRow): Property =>
    toPresent({ ...row, webhookSecret: sealing.open(placeOf(row.id), row.webhookSecret) as string });

  const find = async (propertyId: string): Promise<Property | undefined> => {
    const known = memory.properties.get(propertyId);
    if (known !== undefined) return known;
    const [row] = await statements.find({ propertyId });
    if (row === undefined) return undefined;
    const property = toProperty(row);
    memory.properties.set(propertyId, property);
    return property;
  };
  const get = async (propertyId: string): Promise<Property> => {
    const property = await find(propertyId);
    if (property === undefined) throw new ServiceError('property_unknown', { propertyId });
    return property;
  };
  return { toProperty, find, get };
}

interface SecretChangeParts {
  readonly former: FormerWebhookSecrets;
  readonly get: PropertyRepository['get'];
  readonly changeSecret: (propertyId: string, secret: string) => Promise<void>;
}

function createSecretChanges({
  former,
  get,
  changeSecret,
}: SecretChangeParts): Pick<PropertyRepository, 'changeWebhookSecret' | 'listFormerSecrets' | 'endFormerSecrets'> {
  return {
    async changeWebhookSecret(propertyId, secret) {
      await former.add(propertyId, (await get(propertyId)).webhookSecret);
      await changeSecret(propertyId, secret);
      return get(propertyId);
    },
    listFormerSecrets: former.listFormerSecrets,
    endFormerSecrets: former.endFormerSecrets,
  };
}

function placeOf(propertyId: string): string {
  return `property/${propertyId}`;
}

const columns = [
  'id',
  'name',
  'time_zone as timeZone',
  'webhook_secret as webhookSecret',
  'synced_through as syncedThrough',
  'last_sync_started_at as lastSyncStartedAt',
] as const;

interface PropertyRow {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly webhookSecret: Sealed;
  readonly syncedThrough: string | null;
  readonly lastSyncStartedAt: string | null;
}

interface NewPropertyRow {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly sealedSecret: PropertyTable['webhook_secret'];
  readonly secretDigest: PropertyTable['webhook_secret_digest'];
}

function createStatements({ database }: RowParts) {
  const select = () => database.selectFrom('property').select(columns);
  return {
    find: prepareRows(database, (given: { propertyId: string }) => select().where('id', '=', given.propertyId)),
    findBySecret: prepareRows(database, (given: { digest: Uint8Array }) =>
      select().where('webhook_secret_digest', '=', given.digest),
    ),
    list: prepareRows(database, () => select().orderBy('id')),
    save: prepareChange(database, (given: NewPropertyRow) =>
      database
        .insertInto('property')
        .values({
          id: given.id,
          name: given.name,
          time_zone: given.timeZone,
          webhook_secret: given.sealedSecret,
          webhook_secret_digest: given.secretDigest,
        })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((row) => ({
            name: row.ref('excluded.name'),
            time_zone: row.ref('excluded.time_zone'),
          })),
        ),
    ),
    changeSecret: prepareChange(database, (given: Omit<NewPropertyRow, 'name' | 'timeZone'>) =>
      database
        .updateTable('property')
        .set({ webhook_secret: given.sealedSecret, webhook_secret_digest: given.secretDigest })
        .where('id', '=', given.id),
    ),
    noteSyncStarted: prepareChange(database, (given: { propertyId: string; at: string }) =>
      database.updateTable('property').set({ last_sync_started_at: given.at }).where('id', '=', given.propertyId),
    ),
    moveWatermark: prepareChange(database, (given: { propertyId: string; syncedThrough: string }) =>
      database.updateTable('property').set({ synced_through: given.syncedThrough }).where('id', '=', given.propertyId),
    ),
  };
}
