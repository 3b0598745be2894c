import { toCurrentSecrets } from '../../src/domain/signed-callback.ts';
import type { CheckContext, LaterContext, SettingValues } from '../../src/ports/check-provider.ts';
import { assertAnswered, ProviderHttpError, type ProviderResponse } from '../../src/ports/provider-http.ts';
import type { CreatedSession, NewSession, SessionState } from '../hosted-session/hosted-vendor.ts';
import { isSessionId } from './session-id.ts';
import { type Session, toSession, toSessionState } from './session-state.ts';

const sessionsUrl = 'https://api.stripe.com/v1/identity/verification_sessions';

/** Answers keep the shape of this version, whatever the account's default. */
const apiVersion = '2024-09-30.acacia';

/** https://docs.stripe.com/api/identity/verification_sessions/create */
export async function createSession(session: NewSession, context: CheckContext): Promise<CreatedSession> {
  const { settings, http, questionId } = context;
  const response = await http.request({
    method: 'POST',
    url: sessionsUrl,
    headers: { ...toHeaders(settings), 'Idempotency-Key': questionId },
    form: toForm(session, settings),
  });
  assertAnswered(response);
  const { id, url } = toSession(response.json());
  if (url === undefined) throw new ProviderHttpError('vendor_refused', response.status);
  return { reference: id, guestUrl: url };
}

/** https://docs.stripe.com/api/identity/verification_sessions/retrieve */
export async function fetchState(reference: string, context: LaterContext): Promise<SessionState> {
  const session = await findSession(reference, context);
  return session === undefined ? { kind: 'removed' } : toSessionState(session);
}

/** https://docs.stripe.com/api/identity/verification_sessions/redact: takes up to four days, and cannot be undone. */
export async function removeSession(reference: string, context: LaterContext): Promise<void> {
  const response = await context.http.request({
    method: 'POST',
    url: `${toUrl(reference)}/redact`,
    headers: toHeaders(context.settings),
  });
  if (response.status === 404) return;
  // Stripe refuses what is being redacted already.
  if (response.status === 400 && (await isRedacted(reference, context))) return;
  assertAnswered(response);
}

async function isRedacted(reference: string, context: LaterContext): Promise<boolean> {
  const response = await get(reference, context, '');
  return response.status === 404 || (response.status === 200 && toSession(response.json()).isRedacted);
}

/** With the birth date where the key may see it: a plain secret key may not, and the name alone still tells much. */
async function findSession(reference: string, context: LaterContext): Promise<Session | undefined> {
  const names = '?expand[]=verified_outputs';
  const withDate = `${names}&expand[]=verified_outputs.dob`;
  const first = await get(reference, context, context.settings.compareBirthDate === true ? withDate : names);
  const isRefused = first.status === 400 || first.status === 403;
  const response = isRefused ? await get(reference, context, names) : first;
  if (response.status === 404) return undefined;
  assertAnswered(response);
  return toSession(response.json());
}

function get(reference: string, { http, settings }: LaterContext, query: string): Promise<ProviderResponse> {
  return http.request({ method: 'GET', url: `${toUrl(reference)}${query}`, headers: toHeaders(settings) });
}

function toUrl(reference: string): string {
  if (!isSessionId(reference)) throw new ProviderHttpError('vendor_refused');
  return `${sessionsUrl}/${reference}`;
}

function toHeaders({ apiKey }: SettingValues): Record<string, string> {
  return { Authorization: `Bearer ${toCurrentSecrets(apiKey)[0] ?? ''}`, 'Stripe-Version': apiVersion };
}

function toForm({ questionId, propertyId, expectation }: NewSession, settings: SettingValues): Record<string, string> {
  const { requireSelfie, requireLiveCapture, returnUrl } = settings;
  return {
    type: 'document',
    'options[document][require_matching_selfie]': String(requireSelfie === true),
    'options[document][require_live_capture]': String(requireLiveCapture === true),
    'metadata[property]': propertyId,
    'metadata[question]': questionId,
    'metadata[expects]': expectation,
    ...(typeof returnUrl === 'string' && returnUrl !== '' ? { return_url: returnUrl } : {}),
  };
}
