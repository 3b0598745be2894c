import { isFreshlySetUp } from '../../domain/connection/set-up.ts';
import { isServiceError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ConnectedProperty } from '../../ports/connections.ts';
import type { JobContext, JobHandler, JobPayloads } from '../../ports/jobs.ts';
import type { Logger } from '../../ports/logger.ts';
import type { OpenedAccount, Pms } from '../../ports/pms.ts';
import type { Property, Rows, Store } from '../../ports/store.ts';
import { doubtAccount, trustAccount } from './account-doubt.ts';
import { type SetUpParts, toSetUpMark } from './set-up-mark.ts';
import { takeAccount } from './take-account.ts';

export interface ConnectAccountParts extends SetUpParts {
  readonly store: Store;
  readonly pms: Pick<Pms, 'openAccount' | 'needs'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Finds out where a credential belongs and which properties it opens, and makes the connection of each due. A credential
 * that the PMS refuses is left to the probes of its properties. At a start, a property is left alone that was looked at a
 * short while ago.
 */
export function createConnectAccount(parts: ConnectAccountParts): JobHandler<'connect-account'> {
  const { store, clock, logger } = parts;
  return async ({ connectionId, cause }, context) => {
    const isOpen = await store.read(async (rows) => {
      await rows.connections.get(connectionId);
      return cause !== 'routine' || (await isToBeLookedAt(rows, connectionId));
    });
    if (!isOpen) return;
    const opened = await open(parts, { connectionId, cause }, context);
    if (opened === undefined) return;
    await store.transactionUnder(context.lease, async (rows) => {
      const at = clock.now();
      await trustAccount(rows, connectionId, at);
      const connection = await rows.connections.get(connectionId);
      const isSetUp = (property: Property, { setUp }: ConnectedProperty) =>
        isFreshlySetUp(setUp, { mark: toSetUpMark(parts, property, connection), now: at });
      await takeAccount(rows, { connectionId, opened, cause, at, isSetUp });
    });
    logger.info('account.connected', { connectionId, properties: opened.properties.length });
  };
}

/** Undefined where it was refused and is to be asked once more. */
async function open(
  { store, pms, clock }: ConnectAccountParts,
  payload: JobPayloads['connect-account'],
  context: JobContext,
): Promise<OpenedAccount | undefined> {
  try {
    return await pms.openAccount({ connectionId: payload.connectionId }, context.signal);
  } catch (error) {
    if (!isServiceError(error, 'pms_unauthorized')) throw error;
    const isToConfirm = await store.transactionUnder(context.lease, (rows) => doubtAccount(rows, payload, clock.now()));
    if (!isToConfirm) throw error;
    return undefined;
  }
}

/** Not where everything that it opens was disconnected. */
export async function isToBeLookedAt(rows: Rows, connectionId: string): Promise<boolean> {
  const properties = await rows.connections.listProperties(connectionId);
  return properties.length === 0 || properties.some(({ state }) => state !== 'disconnected');
}
