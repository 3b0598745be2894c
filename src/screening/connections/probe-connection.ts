import { isServiceError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/subject.ts';
import { syncUrgency } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ConnectedProperty } from '../../ports/connections.ts';
import type { JobHandler } from '../../ports/jobs.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Pms, PmsCall } from '../../ports/pms.ts';
import type { Rows, Store } from '../../ports/store.ts';
import { connect, disconnect, probeLater, wake } from './standing.ts';

export interface ProbeConnectionParts {
  readonly store: Store;
  readonly pms: Pms;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * One request, which says whether the PMS takes the key. If so, the property is connected again; if not, it is tried later,
 * ever more seldom. It also says whether a 401 was meant.
 */
export function createProbeConnection(parts: ProbeConnectionParts): JobHandler<'probe-connection'> {
  const { store, pms, clock, logger } = parts;
  return async ({ propertyId, cause }, { signal, lease }) => {
    const found = await store.read(async (rows) => {
      const standing = await rows.connections.findProperty(propertyId);
      return standing && { standing, property: await rows.properties.get(propertyId) };
    });
    if (found === undefined || !isToBeTried(found.standing, cause === 'wish')) return;
    const { standing, property } = found;
    const answer = await probe(pms, {
      property: { propertyId, timeZone: property.timeZone },
      urgency: syncUrgency, // all of its guests wait for this one
      signal,
      isForced: true,
    });
    await store.transactionUnder(lease, async (rows) => {
      const now = await rows.connections.findProperty(propertyId);
      if (now?.since !== standing.since || now.doubtedSince !== standing.doubtedSince) return;
      const at = clock.now();
      // Whatever else the PMS says no to, it has taken the key: no doubt of that is left.
      if (now.doubtedSince !== undefined) await endDoubt(rows, { propertyId, isTaken: answer !== 'key_refused', at });
      else if (answer === 'taken') await connect(rows, { propertyId, connectionId: now.connectionId, at });
      else await keepOut(rows, now, at);
    });
    logger.info('connection.probed', { propertyId, answer });
  };
}

/** What the hotel or somebody here has disconnected is left alone, unless somebody wishes otherwise. */
function isToBeTried({ state, reason, doubtedSince }: ConnectedProperty, isWished: boolean): boolean {
  if (doubtedSince !== undefined) return true;
  return state === 'disconnected' && (isWished || reason === 'key_refused');
}

type ProbeAnswer = 'taken' | 'key_refused' | 'otherwise_refused';

async function probe(pms: Pms, call: PmsCall): Promise<ProbeAnswer> {
  try {
    await pms.probe(call);
    return 'taken';
  } catch (error) {
    if (isServiceError(error, 'pms_unauthorized')) return 'key_refused';
    if (isServiceError(error, 'pms_refused')) return 'otherwise_refused';
    throw error;
  }
}

/** Taken for granted again, as if nothing had been, it does what waited. */
async function endDoubt(
  rows: Rows,
  { propertyId, isTaken, at }: { readonly propertyId: string; readonly isTaken: boolean; readonly at: Instant },
): Promise<void> {
  if (!isTaken) return disconnect(rows, { propertyId, reason: 'key_refused', at });
  await rows.connections.endDoubt(propertyId, at);
  await wake(rows, propertyId, at);
}

async function keepOut(rows: Rows, { propertyId, reason, probes }: ConnectedProperty, at: string): Promise<void> {
  if (reason === 'key_refused') return probeLater(rows, { propertyId, probes: probes + 1, at });
  if (reason === 'app_disabled') return;
  await rows.connections.setStanding({ propertyId, state: 'connecting', since: at });
  await disconnect(rows, { propertyId, reason: 'key_refused', at });
}
