import { randomUUID } from 'node:crypto';
import { isServiceError, ServiceError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { OpenedAccount, Pms } from '../../ports/pms.ts';
import type { Store } from '../../ports/store.ts';
import { takeAccount } from './take-account.ts';

/** Answers the properties that it opens. Throws `key_refused` where the PMS does not take it, and `pms_…`. */
export type ConnectByKey = (key: string) => Promise<readonly string[]>;

export interface ConnectByKeyParts {
  readonly store: Store;
  readonly pms: Pms;
  readonly clock: Clock;
}

/** A property's own key that somebody gives: tried at the PMS before it is kept, and shown to nobody afterwards. */
export function createConnectByKey({ store, pms, clock }: ConnectByKeyParts): ConnectByKey {
  return async (key) => {
    const known = await store.read((rows) => rows.connections.findByKey(key));
    const account = known === undefined ? { key } : { connectionId: known.id };
    const opened = await orRefused(pms.openAccount(account, new AbortController().signal));
    if (opened.properties.length === 0) throw new ServiceError('key_refused');
    await store.transaction(async (rows) => {
      const at = clock.now();
      const same = await rows.connections.findByKey(key);
      const { id } = same ?? (await rows.connections.save({ id: randomUUID(), credential: { kind: 'key', key }, at }));
      await takeAccount(rows, { connectionId: id, opened, cause: 'wish', at });
    });
    return opened.properties.map(({ propertyId }) => propertyId);
  };
}

async function orRefused(opening: Promise<OpenedAccount>): Promise<OpenedAccount> {
  try {
    return await opening;
  } catch (error) {
    if (isServiceError(error, 'pms_unauthorized')) throw new ServiceError('key_refused');
    throw error;
  }
}
