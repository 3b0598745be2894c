import type { ConnectionKind } from '../../domain/connection/connection-state.ts';
import type { KeyedDigest, Sealed } from '../column-kinds.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

export interface ConnectionRow {
  readonly id: string;
  readonly sealed: Sealed;
  readonly generation: number;
  readonly apiUrl: string | null;
  readonly clientId: string | null;
  readonly refreshStartedAt: string | null;
  readonly addedAt: string;
}

interface CredentialColumns {
  readonly id: string;
  readonly kind: ConnectionKind;
  readonly sealed: Sealed;
  readonly digest: KeyedDigest | null;
}

const columns = [
  'id',
  'sealed_credential as sealed',
  'generation',
  'api_url as apiUrl',
  'client_id as clientId',
  'refresh_started_at as refreshStartedAt',
  'added_at as addedAt',
] as const;

export function createConnectionStatements({ database }: RowParts) {
  const select = () => database.selectFrom('connection').select(columns);
  const update = () => database.updateTable('connection');
  return {
    find: prepareRows(database, (given: { id: string }) => select().where('id', '=', given.id)),
    findByDigest: prepareRows(database, (given: { digest: KeyedDigest }) =>
      select().where('key_digest', '=', given.digest),
    ),
    list: prepareRows(database, () => select().orderBy('added_at').orderBy('id')),
    save: prepareChange(database, (given: CredentialColumns & { addedAt: string }) => {
      const { kind, sealed, digest } = given;
      const values = { kind, sealed_credential: sealed, key_digest: digest };
      return database
        .insertInto('connection')
        .values({ id: given.id, ...values, generation: 1, added_at: given.addedAt })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((row) => ({
            ...values,
            generation: row('connection.generation', '+', 1),
            refresh_started_at: null,
          })),
        );
    }),
    replace: prepareChange(database, (given: CredentialColumns & { generation: number }) =>
      update()
        .set((row) => ({
          ...{ kind: given.kind, sealed_credential: given.sealed, key_digest: given.digest },
          generation: row('generation', '+', 1),
          refresh_started_at: null,
        }))
        .where('id', '=', given.id)
        .where('generation', '=', given.generation),
    ),
    noteRefresh: prepareChange(database, (given: { id: string; generation: number; startedAt: string | null }) =>
      update()
        .set({ refresh_started_at: given.startedAt })
        .where('id', '=', given.id)
        .where('generation', '=', given.generation),
    ),
    noteApiUrl: prepareChange(database, (given: { id: string; apiUrl: string }) =>
      update().set({ api_url: given.apiUrl }).where('id', '=', given.id),
    ),
    noteClientId: prepareChange(database, (given: { id: string; clientId: string }) =>
      update().set({ client_id: given.clientId }).where('id', '=', given.id),
    ),
    remove: prepareChange(database, (given: { id: string }) =>
      database.deleteFrom('connection').where('id', '=', given.id),
    ),
  };
}
