import { ServiceError } from '../../domain/errors.ts';
import type { Connection, ConnectionRepository, Credential } from '../../ports/connections.ts';
import { toPresent } from '../present.ts';
import type { RowParts } from '../row-parts.ts';
import { createConnectedProperties } from './connected-properties.ts';
import { type ConnectionRow, createConnectionStatements } from './connection-statements.ts';

export function createConnections(parts: RowParts): ConnectionRepository {
  const { sealing, digests } = parts;
  const statements = createConnectionStatements(parts);
  const toKeyDigest = (credential: Credential) =>
    credential.kind === 'oauth' ? null : digests.accessSecret(`pms-key ${credential.key}`);
  const toConnection = (row: ConnectionRow): Connection => {
    const { sealed, ...facts } = row;
    return { ...toPresent(facts), credential: sealing.open(placeOf(row.id), sealed) as Credential };
  };
  const toColumns = (id: string, credential: Credential) => ({
    kind: credential.kind,
    sealed: sealing.seal(placeOf(id), credential),
    digest: toKeyDigest(credential),
  });
  const find = async (id: string): Promise<Connection | undefined> => {
    const [row] = await statements.find({ id });
    return row && toConnection(row);
  };
  const get = async (id: string): Promise<Connection> => {
    const connection = await find(id);
    if (connection === undefined) throw new ServiceError('connection_unknown', { connectionId: id });
    return connection;
  };
  return {
    ...createConnectedProperties(parts),
    find,
    get,
    async save({ id, credential, at }) {
      await statements.save({ id, addedAt: at, ...toColumns(id, credential) });
      return get(id);
    },
    replaceCredential: async (id, generation, credential) =>
      (await statements.replace({ id, generation, ...toColumns(id, credential) })) > 0,
    async noteRefresh(id, generation, startedAt) {
      await statements.noteRefresh({ id, generation, startedAt: startedAt ?? null });
    },
    async noteFacts(id, { apiUrl, clientId }) {
      if (apiUrl !== undefined) await statements.noteApiUrl({ id, apiUrl });
      if (clientId !== undefined) await statements.noteClientId({ id, clientId });
    },
    async findByKey(key) {
      const [row] = await statements.findByDigest({ digest: digests.accessSecret(`pms-key ${key}`) });
      return row && toConnection(row);
    },
    list: async () => (await statements.list({})).map(toConnection),
    async remove(id) {
      await statements.remove({ id });
    },
  };
}

function placeOf(connectionId: string): string {
  return `connection/${connectionId}`;
}
