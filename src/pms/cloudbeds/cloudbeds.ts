import type { AxiosInstance } from 'axios';
import type { Clock } from '../../ports/clock.ts';
import type { FieldMemory } from '../../ports/field-memory.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Pms } from '../../ports/pms.ts';
import type { PmsBudget } from '../../ports/pms-budget.ts';
import type { PmsApp } from '../../ports/pms-app.ts';
import type { PmsCredentials } from '../../ports/pms-credentials.ts';
import type { PmsGuests } from '../../ports/pms-guests.ts';
import type { RequestSlots } from '../../ports/request-slots.ts';
import type { PmsLook } from '../../ports/doctor.ts';
import { createAccounts } from './accounts.ts';
import { toBudgetId } from './budget-id.ts';
import { createBudgetsByCredential } from './budgets-by-credential.ts';
import { createGuestFieldSetup } from './ensure-guest-fields.ts';
import { createClockOffset } from './clock-offset.ts';
import { createErrorReports } from './error-reports.ts';
import { createExchange } from './exchange.ts';
import { guestFieldDefinitions } from './guest-field-definitions.ts';
import { createFormFields } from './form-fields.ts';
import { createGuestNotes } from './guest-notes.ts';
import { createGuestWrites } from './guest-writes.ts';
import { createHttpDoor } from './http-door.ts';
import { createKnownFieldsCache } from './known-fields.ts';
import { createListings } from './listings.ts';
import { createSharedSlots, type SharedSlots } from './shared-slots.ts';
import { createLook } from './look.ts';
import { createPartnerApp, type PartnerApp } from './partner-app.ts';
import { createSubscriptions, neededEvents } from './subscriptions.ts';
import { createGuestFieldWriter } from './write-guest-fields.ts';

export interface CloudbedsParts {
  /** Such as https://api.cloudbeds.com/api/v1.3. */
  readonly apiUrl: string;
  /** Asked before every request, so that a new key is used, and one that is out of use is not, at once. */
  readonly credentials: PmsCredentials;
  /** Absent: properties are connected by their own keys alone. */
  readonly app?: PartnerApp | undefined;
  /** Per credential; Infinity lifts the limit and the wait at the start. */
  readonly requestsPerSecond: number;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly axios?: Pick<AxiosInstance, 'request'>;
  /** Of one request, once it is its turn. Default 20 000. */
  readonly deadlineMs?: number;
  /** See request-budget.ts. Default 100. */
  readonly arrivalAllowanceMs?: number;
  /** Nobody asked the PMS before, so the first request need not wait. Default false: a process cannot know. */
  readonly isFirst?: boolean;
  /** Where the next process finds what guest fields are called. Absent: it asks the PMS. */
  readonly fieldMemory?: FieldMemory;
  /** Where all processes that use the keys agree on the budgets. Absent: this is the only one. */
  readonly slots?: RequestSlots;
}

/**
 * The Cloudbeds PMS, API v1.3. One of these per process: the request budgets live in it. The first request waits about a
 * second, which the process before may have spent. A call whose signal is aborted rejects with the signal's own reason.
 */
export function createCloudbeds(parts: CloudbedsParts): Pms & PmsGuests & PmsBudget & PmsLook & PmsApp {
  const { logger, metrics, clock } = parts;
  const offset = createClockOffset(clock);
  const budgets = createBudgetsByCredential({
    ...parts,
    sharedFor: (budgetId) => findSharedSlots(parts, budgetId),
    onTurn: (waitedMs) => metrics.observe('pms_budget_wait_seconds', {}, waitedMs / 1_000),
  });
  const door = createHttpDoor({ ...parts, budgets, exchange: offset.watch(createExchange(parts)) });
  const fields = createKnownFieldsCache({
    look: createGuestFieldSetup(door, logger),
    clock,
    ...(parts.fieldMemory && { memory: parts.fieldMemory }),
  });

  return {
    needs: JSON.stringify([parts.apiUrl, neededEvents, guestFieldDefinitions]),
    ...createListings(door, logger, fields),
    ...createGuestNotes(door),
    ...createGuestWrites(door, createFormFields(door, clock, logger)),
    lookAtProperty: createLook(door),
    findClockOffsetMs: () => offset.findMs(),
    ...createAccounts(door, parts),
    ...createPartnerApp({ ...parts, door, app: parts.app }),
    ...createSubscriptions(door, logger),
    ensureGuestFields: async (call) => {
      const { refusal } = await fields.refresh(call);
      // One that staff archived: the others are worth as much, and each write says what it left out.
      if (refusal !== undefined) logger.warn('pms.field_refused', refusal.facts);
    },
    findBudgetUse: async (propertyId) => {
      const credential = await parts.credentials.find({ propertyId, isForced: true });
      return budgets.for(toBudgetId(credential)).look();
    },
    reportError: createErrorReports(door),
    writeGuestFields: createGuestFieldWriter({ door, fields, logger }),
  };
}

function findSharedSlots(
  { slots, requestsPerSecond, logger }: CloudbedsParts,
  budgetId: string,
): SharedSlots | undefined {
  if (slots === undefined || requestsPerSecond === Infinity) return undefined;
  const onFailure = (error: unknown) => logger.error('pms.slot_not_noted', {}, error);
  return createSharedSlots({ slots, apiKey: budgetId, requestsPerSecond, toWallMs: Date.now, onFailure });
}
