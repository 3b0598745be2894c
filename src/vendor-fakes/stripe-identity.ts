import { createHmac, randomUUID } from 'node:crypto';
import express, { type Express, type Request, type Response } from 'express';
import {
  type HostedOutcome,
  sayPageExpired,
  sayThanks,
  showHostedPage,
  toBodyText,
  toHostedOutcome,
} from './hosted-page.ts';
import { refuse, StripeError, type StripeIdentitySession, toStripeSession } from './stripe-identity-session.ts';

export interface StripeIdentityFakeOptions {
  /** `sk_…` sees names, `rk_…` birth dates too. */
  readonly apiKeys: readonly string[];
  /** Where this fake is reached: the hosted page is `${origin}/start/…`. */
  readonly origin: () => string;
  /** Where events go, and what signs them; several secrets while one is rolled. Absent: nowhere. */
  readonly webhook?: () => { readonly url: string; readonly secrets: readonly string[] };
  readonly now?: () => Date;
}

export interface StripeIdentityFake {
  readonly app: Express;
  /** What was asked of it, in order: method, path with query, and body as it came. */
  readonly requests: readonly { readonly method: string; readonly url: string; readonly body: string }[];
  readonly sessions: ReadonlyMap<string, StripeIdentitySession>;
  /** As if the person had gone through the page; resolves when the event was delivered, with the status that it met. */
  complete(sessionId: string, outcome: HostedOutcome): Promise<number | undefined>;
  cancel(sessionId: string): Promise<number | undefined>;
  /** Sends the latest event again, signed anew, as Stripe does until it is answered with 2xx. */
  resend(): Promise<number | undefined>;
}

interface World extends StripeIdentityFakeOptions {
  readonly sessions: Map<string, StripeIdentitySession>;
  readonly replies: Map<string, { readonly body: string; readonly session: StripeIdentitySession }>;
  latestEvent?: string;
}

const path = '/v1/identity/verification_sessions';

const pageFailures = {
  document_unverified_other: 'Show a bad copy',
  selfie_face_mismatch: 'Show the passport of somebody else',
  consent_declined: 'Do not agree',
};

/**
 * Stripe Identity as its API reference describes it, strictly: unknown parameters, wrong types, keys that may not see a field
 * and idempotency keys that are used for something else are refused.
 */
export function createStripeIdentityFake(options: StripeIdentityFakeOptions): StripeIdentityFake {
  const world: World = { ...options, sessions: new Map(), replies: new Map() };
  const requests: { method: string; url: string; body: string }[] = [];
  const app = express().disable('x-powered-by');
  app.use(express.text({ type: () => true, limit: '1mb' }));
  app.use('/v1', (request, _response, next) => {
    requests.push({ method: request.method, url: request.originalUrl, body: toBodyText(request) });
    next();
  });
  const answer = (work: (request: Request) => unknown) => (request: Request, response: Response) =>
    reply(response, () => work(request));
  app.post(
    path,
    answer((request) => show(world, create(world, request), [])),
  );
  app.get(
    `${path}/:id`,
    answer((request) => show(world, getSession(world, request), readExpand(world, request))),
  );
  app.post(
    `${path}/:id/cancel`,
    answer((request) => show(world, cancelSession(getSession(world, request)), [])),
  );
  app.post(
    `${path}/:id/redact`,
    answer((request) => show(world, redact(getSession(world, request)), [])),
  );
  app.get('/start/:token', (request, response) => {
    if (findByToken(world, request.params.token) === undefined) sayPageExpired(response);
    else showHostedPage({ vendor: 'Stripe Identity', failures: pageFailures }, response);
  });
  app.post('/start/:token', async (request, response) => {
    const session = findByToken(world, request.params.token);
    if (session === undefined) {
      sayPageExpired(response);
      return;
    }
    await finish(world, session, toHostedOutcome(new URLSearchParams(toBodyText(request))));
    sayThanks(response);
  });
  return {
    app,
    requests,
    sessions: world.sessions,
    complete: (id, outcome) => finish(world, getById(world, id), outcome),
    cancel: (id) => send(world, 'canceled', cancelSession(getById(world, id))),
    resend: () => deliver(world, world.latestEvent),
  };
}

function reply(response: Response, work: () => unknown): void {
  try {
    response.json(work());
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    response.status(error.status).json({ error: { type: 'invalid_request_error', ...error.details } });
  }
}

function create(world: World, request: Request): StripeIdentitySession {
  assertKey(world, request);
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') !== true) {
    throw new StripeError(400, { message: 'Invalid request (check that your POST content type is form-encoded)' });
  }
  const body = toBodyText(request);
  const key = request.headers['idempotency-key'];
  const earlier = typeof key === 'string' ? world.replies.get(key) : undefined;
  if (earlier !== undefined) {
    if (earlier.body === body) return earlier.session;
    throw new StripeError(400, {
      type: 'idempotency_error',
      message: 'Keys can only be used with the same parameters',
    });
  }
  const session = toStripeSession(new URLSearchParams(body));
  world.sessions.set(session.id, session);
  if (typeof key === 'string') world.replies.set(key, { body, session });
  return session;
}

function assertKey({ apiKeys }: World, { headers }: Request): string {
  const key = apiKeys.find((each) => headers.authorization === `Bearer ${each}`);
  if (key === undefined) throw new StripeError(401, { message: 'Invalid API Key provided' });
  return key;
}

function getSession(world: World, request: Request): StripeIdentitySession {
  assertKey(world, request);
  return getById(world, String(request.params.id));
}

function getById({ sessions }: World, id: string): StripeIdentitySession {
  const session = sessions.get(id);
  if (session !== undefined) return session;
  throw new StripeError(404, { code: 'resource_missing', param: 'session', message: 'No such verification session' });
}

function readExpand(world: World, request: Request): readonly string[] {
  const expand = new URL(request.url, 'http://stripe').searchParams.getAll('expand[]');
  const unknown = expand.find((name) => name !== 'verified_outputs' && name !== 'verified_outputs.dob');
  if (unknown !== undefined) refuse('expand', 'parameter_invalid');
  if (expand.includes('verified_outputs.dob') && !assertKey(world, request).startsWith('rk_')) {
    throw new StripeError(403, { message: 'Sensitive results can be read with a restricted key only' });
  }
  return expand;
}

function cancelSession(session: StripeIdentitySession): StripeIdentitySession {
  if (session.status === 'verified') throw new StripeError(400, { message: 'A verified session cannot be canceled' });
  return Object.assign(session, { status: 'canceled', lastError: null });
}

function redact(session: StripeIdentitySession): StripeIdentitySession {
  if (session.redaction !== null || session.status === 'processing') {
    throw new StripeError(400, { message: 'This session cannot be redacted' });
  }
  return Object.assign(session, { redaction: { status: 'processing' }, metadata: {}, outputs: undefined });
}

function show(world: World, session: StripeIdentitySession, expand: readonly string[]): object {
  const { id, status, options, metadata, lastError, outputs, redaction, token } = session;
  const isShown = expand.some((name) => name.startsWith('verified_outputs')) && outputs !== undefined;
  const dob = expand.includes('verified_outputs.dob') ? { dob: toDob(outputs?.birthDate) } : {};
  return {
    id,
    object: 'identity.verification_session',
    client_secret: null,
    created: Math.floor(toNow(world).getTime() / 1000),
    last_error: lastError,
    last_verification_report: null,
    livemode: false,
    metadata,
    options,
    redaction,
    status,
    type: 'document',
    url: status === 'requires_input' && redaction === null ? `${world.origin()}/start/${token}` : null,
    ...(isShown ? { verified_outputs: { first_name: outputs.firstName, last_name: outputs.lastName, ...dob } } : {}),
  };
}

function toDob(birthDate: string | undefined): object | null {
  const [year, month, day] = (birthDate ?? '').split('-').map(Number);
  return day === undefined ? null : { day, month, year };
}

async function finish(
  world: World,
  session: StripeIdentitySession,
  outcome: HostedOutcome,
): Promise<number | undefined> {
  if (session.status !== 'requires_input') return undefined;
  if ('failure' in outcome) {
    session.lastError = { code: outcome.failure, reason: 'Words for the person that was in front of the page' };
    return send(world, 'requires_input', session);
  }
  Object.assign(session, { status: 'verified', lastError: null, outputs: outcome });
  return send(world, 'verified', session);
}

function send(world: World, type: string, session: StripeIdentitySession): Promise<number | undefined> {
  world.latestEvent = JSON.stringify({
    id: `evt_${randomUUID().replaceAll('-', '')}`,
    object: 'event',
    created: Math.floor(toNow(world).getTime() / 1000),
    type: `identity.verification_session.${type}`,
    data: { object: show(world, session, []) },
  });
  return deliver(world, world.latestEvent);
}

/** `t=…,v1=…`, one `v1` for each secret. */
export function signAsStripe(body: string, secrets: readonly string[], at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const toSignature = (secret: string) => createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return [`t=${seconds}`, ...secrets.map((secret) => `v1=${toSignature(secret)}`)].join(',');
}

async function deliver(world: World, body: string | undefined): Promise<number | undefined> {
  const webhook = world.webhook?.();
  if (webhook === undefined || body === undefined) return undefined;
  const signature = signAsStripe(body, webhook.secrets, toNow(world));
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Stripe-Signature': signature };
  const response = await fetch(webhook.url, { method: 'POST', headers, body });
  return response.status;
}

function findByToken({ sessions }: World, token: string | undefined): StripeIdentitySession | undefined {
  return [...sessions.values()].find((session) => session.token === token && session.status === 'requires_input');
}

function toNow({ now }: World): Date {
  return now === undefined ? new Date() : now();
}
