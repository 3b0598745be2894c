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
  says: 'not checked: the PMS, or our turn in its request budget, took too long',
  advice:
    'Run this again in a quieter hour. The metric guest_screening_pms_budget_wait_seconds shows how long requests wait.',
};

/** Of a property for which nothing is asked of the PMS. */
export function toDisconnected(reason: DisconnectionReason): Told {
  const [says, advice] = disconnections[reason];
  return { check: 'pms_key', state: reason === 'ended_here' ? 'warning' : 'problem', says, advice };
}

const disconnections: Readonly<Record<DisconnectionReason, readonly [says: string, advice: string]>> = {
  app_disabled: [
    'the hotel disconnected the app: no requests are sent to the PMS',
    'Have the hotel enable the app in the PMS, then press “Try again” on the connections page.',
  ],
  key_refused: [
    'the PMS rejects our key: only a probe of the key is sent, all work waits',
    'Create a new key in the PMS and enter it on the connections page.',
  ],
  key_withdrawn: [
    'CLOUDBEDS_API_KEY is no longer set: no requests are sent to the PMS',
    'Set it again and restart, or enter a key on the connections page.',
  ],
  ended_here: [
    'somebody disconnected it here: no requests are sent to the PMS',
    'If that was a mistake, press “Try again” on the connections page.',
  ],
};

/** What an error of the PMS means for the key. */
export function toKeyFailure(error: unknown): Told {
  const code = isServiceError(error) ? error.code : 'bug';
  if (code === 'pms_unauthorized') {
    const advice =
      'The key is wrong, was withdrawn, or expired after 30 days without use. Create a new one in the PMS and set it.';
    return { check: 'pms_key', state: 'problem', says: 'the PMS rejects our key', advice };
  }
  const advice =
    'Check CLOUDBEDS_API_URL, and that a firewall lets this machine reach it. If both are right, the PMS itself is down: the service ' +
    'keeps trying, and catches up by itself.';
  const says = `the PMS ${failures[code] ?? 'cannot be asked'} (${code})`;
  return { check: 'pms_key', state: 'problem', says, advice };
}

const failures: Readonly<Record<string, string>> = {
  pms_unreachable: 'cannot be reached',
  pms_timeout: 'does not answer in time',
  pms_rate_limited: 'says that it is asked too often',
  pms_server_error: 'answers with an error of its own',
  pms_bad_answer: 'answers something that cannot be read',
};

function toRights({ refused }: PropertyLook): Told {
  if (refused.length === 0) {
    return {
      check: 'pms_key',
      state: 'ok',
      says: 'opens the property and may read all that is needed (writing was not tried)',
    };
  }
  const named = refused.map(({ operation, errorCode }) => `${operation} (${errorCode})`).join(', ');
  const advice = 'Give the key the scopes of these operations; docs/going-live.md lists them.';
  return { check: 'pms_key', state: 'problem', says: `may not do this, or it fails: ${named}`, advice };
}

/** A start leaves alone what was looked at a short while ago. */
const lookNow = 'Press “Check and sync now” for the property on the connections page';

function toSubscriptions({ subscriptions }: PropertyLook): readonly Told[] {
  if (subscriptions === undefined) return [];
  const { missing, doubled } = subscriptions;
  const check = 'subscriptions';
  if (missing.length > 0) {
    const advice = `${lookNow}; that subscribes again. The PMS drops all subscriptions when the hotel disconnects the app.`;
    return [{ check, state: 'problem', says: `not subscribed: ${missing.join(', ')}`, advice }];
  }
  if (doubled.length > 0) {
    const advice = 'Harmless; the daily check removes the copies.';
    return [{ check, state: 'warning', says: `subscribed twice: ${doubled.join(', ')}`, advice }];
  }
  return [{ check, state: 'ok', says: 'the PMS sends every event that is needed' }];
}

function toFields({ fields }: PropertyLook): readonly Told[] {
  if (fields === undefined) return [];
  const check = 'custom_fields';
  const { missing, short } = fields;
  if (missing.length > 0) {
    const advice = `${lookNow}; that creates them. If the PMS refuses, it has too many custom fields: archive some.`;
    return [{ check, state: 'problem', says: `missing: ${missing.join(', ')}`, advice }];
  }
  if (short.length > 0) {
    const named = short.map(({ shortcode, holds, needs }) => `${shortcode} (${holds} instead of ${needs})`).join(', ');
    const advice = `Texts are cut off there. Archive the field in the PMS. ${lookNow}; that creates it anew.`;
    return [{ check, state: 'warning', says: `too short: ${named}`, advice }];
  }
  return [{ check, state: 'ok', says: 'all guest fields exist' }];
}
