import type { DisconnectionReason } from '../../domain/connection/connection-state.ts';
import { isServiceError } from '../../domain/errors.ts';
import { housekeeping } from '../../domain/urgency.ts';
import type { CheckResult, PmsLook, PropertyLook } from '../../ports/doctor.ts';
import type { Property } from '../../ports/store.ts';

type Told = Omit<CheckResult, 'propertyId'>;

export interface CheckPmsParts {
  readonly look: PmsLook;
  readonly webhookUrlFor: (webhookSecret: string) => string;
  /** Whether the property is told in guest custom fields. */
  readonly usesFields: (propertyId: string) => boolean;
}

/** Key and rights, subscriptions and fields of one property. */
export async function checkProperty(
  property: Property,
  { look, webhookUrlFor, usesFields }: CheckPmsParts,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const { id: propertyId, timeZone, webhookSecret } = property;
  const call = { property: { propertyId, timeZone }, urgency: housekeeping, signal };
  try {
    const seen = await look.lookAtProperty(call, webhookUrlFor(webhookSecret));
    const told = [toRights(seen), ...toSubscriptions(seen), ...(usesFields(propertyId) ? toFields(seen) : [])];
    return told.map((result) => ({ propertyId, ...result }));
  } catch (error) {
    return [{ propertyId, ...(signal.aborted ? notInTime : toKeyFailure(error)) }];
  }
}

export const notInTime: Told = {
  check: 'pms_key',
  state: 'warning',
  says: 'not looked at: the PMS, or the turn for its requests, took too long',
  advice: 'See pms_budget_wait_seconds, and run this again in a quieter hour.',
};

/** Of a property for which nothing is asked of the PMS. */
export function toDisconnected(reason: DisconnectionReason): Told {
  const [says, advice] = disconnections[reason];
  return { check: 'pms_key', state: reason === 'ended_here' ? 'warning' : 'problem', says, advice };
}

const disconnections: Readonly<Record<DisconnectionReason, readonly [says: string, advice: string]>> = {
  app_disabled: [
    'the hotel disconnected the app: nothing is asked of the PMS',
    'Have the app enabled in the PMS again, then try again on the page of connections.',
  ],
  key_refused: [
    'the PMS does not take our key: nothing but that is asked of it',
    'Make a new key in the PMS and give it on the page of connections.',
  ],
  key_withdrawn: [
    'CLOUDBEDS_API_KEY is set no more: nothing is asked of the PMS',
    'Set it again, or give a key on the page of connections.',
  ],
  ended_here: [
    'was disconnected here: nothing is asked of the PMS',
    'Where that was not meant, try again on the page of connections.',
  ],
};

/** What an error of the PMS means for the key. */
export function toKeyFailure(error: unknown): Told {
  const code = isServiceError(error) ? error.code : 'bug';
  if (code === 'pms_unauthorized') {
    const advice = 'The key is wrong, was withdrawn, or not used for 30 days. Make a new one in the PMS and set it.';
    return { check: 'pms_key', state: 'problem', says: 'the PMS does not take our key', advice };
  }
  const advice = 'See CLOUDBEDS_API_URL, and whether this machine is let out to it; else it is the PMS that is down.';
  return { check: 'pms_key', state: 'problem', says: `the PMS cannot be asked (${code})`, advice };
}

function toRights({ refused }: PropertyLook): Told {
  if (refused.length === 0) {
    return {
      check: 'pms_key',
      state: 'ok',
      says: 'opens the property; every read that is needed is allowed (writes are not tried)',
    };
  }
  const named = refused.map(({ operation, errorCode }) => `${operation} (${errorCode})`).join(', ');
  const advice = 'Give the key the scopes of these operations: docs/going-live.md lists them.';
  return { check: 'pms_key', state: 'problem', says: `is not allowed, or fails at: ${named}`, advice };
}

/** A start leaves alone what was looked at a short while ago. */
const lookNow = 'Press “Check and sync now” at the property, on the page of connections';

function toSubscriptions({ subscriptions }: PropertyLook): readonly Told[] {
  if (subscriptions === undefined) return [];
  const { missing, doubled } = subscriptions;
  const check = 'subscriptions';
  if (missing.length > 0) {
    const advice = `${lookNow}: it subscribes. The PMS drops them all when the hotel disconnects the app.`;
    return [{ check, state: 'problem', says: `not subscribed: ${missing.join(', ')}`, advice }];
  }
  if (doubled.length > 0) {
    const advice = 'Harmless, and removed by the daily look.';
    return [{ check, state: 'warning', says: `subscribed twice: ${doubled.join(', ')}`, advice }];
  }
  return [{ check, state: 'ok', says: 'the PMS rings for every event that is needed' }];
}

function toFields({ fields }: PropertyLook): readonly Told[] {
  if (fields === undefined) return [];
  const check = 'custom_fields';
  const { missing, short } = fields;
  if (missing.length > 0) {
    const advice = `${lookNow}: it makes them. Where the PMS refuses, it has too many fields: archive some.`;
    return [{ check, state: 'problem', says: `not there: ${missing.join(', ')}`, advice }];
  }
  if (short.length > 0) {
    const named = short.map(({ shortcode, holds, needs }) => `${shortcode} (${holds} instead of ${needs})`).join(', ');
    const advice = `Texts are cut there. Archive the field in the PMS. ${lookNow}: it makes it anew.`;
    return [{ check, state: 'warning', says: `too short: ${named}`, advice }];
  }
  return [{ check, state: 'ok', says: 'all guest fields are there' }];
}
