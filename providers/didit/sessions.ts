import { z } from 'zod';
import { toCurrentSecrets } from '../../src/domain/signed-callback.ts';
import type { CheckContext, LaterContext, SettingValues } from '../../src/ports/check-provider.ts';
import { assertAnswered, ProviderHttpError } from '../../src/ports/provider-http.ts';
import type { CreatedSession, NewSession, SessionState } from '../hosted-session/hosted-vendor.ts';
import { toSessionState } from './session-state.ts';

const sessionUrl = 'https://verification.didit.me/v3/session/';

const createdSchema = z.object({ session_id: z.uuid(), url: z.url() });

/**
 * Didit finds the unfinished session of the same `vendor_data` again, so a second try makes no second session.
 * https://docs.didit.me/sessions-api/create-session
 */
export async function createSession(session: NewSession, { settings, http }: CheckContext): Promise<CreatedSession> {
  const { workflowId, returnUrl } = settings;
  const response = await http.request({
    method: 'POST',
    url: sessionUrl,
    headers: toHeaders(settings),
    json: {
      workflow_id: workflowId,
      vendor_data: session.questionId,
      metadata: { property: session.propertyId, expects: session.expectation },
      ...(returnUrl === '' ? {} : { callback: returnUrl }),
    },
  });
  assertAnswered(response);
  const created = createdSchema.safeParse(response.json());
  if (!created.success) throw new ProviderHttpError('not_json', response.status);
  return { reference: created.data.session_id, guestUrl: created.data.url };
}

/** https://docs.didit.me/sessions-api/retrieve-session */
export async function fetchState(reference: string, { settings, http }: LaterContext): Promise<SessionState> {
  const url = `${toUrl(reference)}decision/`;
  const response = await http.request({ method: 'GET', url, headers: toHeaders(settings) });
  if (response.status === 404) return { kind: 'removed' };
  assertAnswered(response);
  return toSessionState(response.json());
}

/** https://docs.didit.me/sessions-api/delete-session */
export async function removeSession(reference: string, { settings, http }: LaterContext): Promise<void> {
  const url = `${toUrl(reference)}delete/`;
  const response = await http.request({ method: 'DELETE', url, headers: toHeaders(settings) });
  if (response.status !== 404) assertAnswered(response);
}

function toUrl(reference: string): string {
  if (!z.uuid().safeParse(reference).success) throw new ProviderHttpError('vendor_refused');
  return `${sessionUrl}${reference}/`;
}

function toHeaders({ apiKey }: SettingValues): Record<string, string> {
  return { 'x-api-key': toCurrentSecrets(apiKey)[0] ?? '' };
}
