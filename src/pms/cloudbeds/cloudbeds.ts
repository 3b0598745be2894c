import type { AxiosInstance } from 'axios';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Pms } from '../../ports/pms.ts';
import type { PmsGuests } from '../../ports/pms-guests.ts';
import { createBudgetsByKey } from './budgets-by-key.ts';
import { createGuestFieldSetup } from './ensure-guest-fields.ts';
import { createExchange } from './exchange.ts';
import { createFormFields } from './form-fields.ts';
import { createGuestNotes } from './guest-notes.ts';
import { createGuestWrites } from './guest-writes.ts';
import { createHttpDoor } from './http-door.ts';
import { createKnownFieldsCache } from './known-fields.ts';
import { createListings } from './listings.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createGuestFieldWriter } from './write-guest-fields.ts';

export interface CloudbedsParts {
  /** Such as https://api.cloudbeds.com/api/v1.3. */
  readonly apiUrl: string;
  /** The key that opens a property. Asked before every request, so that a rotated key is used at once. */
  readonly keyFor: (propertyId: string) => Promise<string>;
  /** The key whose properties `listProperties` lists. */
  readonly defaultKey: () => Promise<string>;
  /** Per key; Infinity lifts the limit and the wait at the start. */
  readonly requestsPerSecond: number;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly axios?: Pick<AxiosInstance, 'request'>;
  /** Of one request, once it is its turn. Default 20 000. */
  readonly deadlineMs?: number;
  /** See request-budget.ts. Default 100. */
  readonly arrivalAllowanceMs?: number;
}

/**
 * The Cloudbeds PMS, API v1.3. One of these per process: the request budgets live in it. The first request waits about a
 * second, which the process before may have spent. A call whose signal is aborted rejects with the signal's own reason.
 */
export function createCloudbeds(parts: CloudbedsParts): Pms & PmsGuests {
  const { logger, metrics, clock } = parts;
  const budgets = createBudgetsByKey({
    ...parts,
    onTurn: (waitedMs) => metrics.observe('pms_budget_wait_seconds', {}, waitedMs / 1_000),
  });
  const door = createHttpDoor({ ...parts, budgets, exchange: createExchange(parts) });
  const fields = createKnownFieldsCache(createGuestFieldSetup(door, logger), clock);

  return {
    ...createListings(door, logger),
    ...createGuestNotes(door),
    ...createGuestWrites(door, createFormFields(door, clock, logger)),
    ensureSubscriptions: createSubscriptions(door, logger),
    ensureGuestFields: async (call) => {
      await fields.refresh(call);
    },
    writeGuestFields: createGuestFieldWriter({ door, fields, logger }),
  };
}
