import type { Request, Response } from 'express';
import type { operations } from '../../../openapi/cloudbeds.generated.ts';
import { type Granted, redeemCode, refresh } from '../world/authorization.ts';
import type { ClientRecord } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import type { WorldState } from '../world/world-state.ts';
import type { ApiParts } from './exchange.ts';
import { readForm } from './read-body.ts';
import { strike } from './strike.ts';

type TokenForm = operations['postAccessToken']['requestBody']['content']['application/x-www-form-urlencoded'];

/** The token endpoint: no key is needed, and errors are those of RFC 6749 (5.2). */
export async function answerTokenRequest(request: Request, response: Response, parts: ApiParts): Promise<void> {
  const entry = parts.book.arrive('postAccessToken');
  const fault = parts.faults.draw('postAccessToken');
  if (fault !== undefined && strike(fault, request, response)) {
    entry.status = response.headersSent ? response.statusCode : 0;
    return;
  }
  const { status, body } = await grant(request, response, parts);
  if (fault?.kind === 'applied_but_answer_lost') {
    request.socket.destroy();
    return;
  }
  entry.status = status;
  response.status(status).json(body);
}

interface TokenAnswer {
  readonly status: 200 | 400 | 401;
  readonly body: object;
}

async function grant(request: Request, response: Response, parts: ApiParts): Promise<TokenAnswer> {
  const form = await readTokenForm(request, response, parts);
  if (form === undefined) return refuse(400, 'invalid_request');
  const client = parts.state.clients.get(form.client_id);
  if (client?.clientSecret !== form.client_secret) return refuse(401, 'invalid_client');
  const granted = carryOut(parts.state, client, form);
  return granted === undefined ? refuse(400, 'invalid_grant') : { status: 200, body: granted };
}

function carryOut(state: WorldState, client: ClientRecord, form: TokenForm): Granted | undefined {
  const { grant_type: grantType, code = '', redirect_uri: redirectUri = '' } = form;
  if (grantType === 'refresh_token') return refresh(state, client, form.refresh_token ?? '');
  return redeemCode(state, client, { code, redirectUri, asKey: grantType !== 'authorization_code' });
}

async function readTokenForm(
  request: Request,
  response: Response,
  { validators }: ApiParts,
): Promise<TokenForm | undefined> {
  try {
    const form = await readForm(request, response, { isMultipart: false });
    const { value, problems } = validators.validateBody('postAccessToken', form);
    return problems.length === 0 ? (value as TokenForm) : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function refuse(status: 400 | 401, error: string): TokenAnswer {
  return { status, body: { error, error_description: 'Not accepted' } };
}
