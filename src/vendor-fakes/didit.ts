import { createHmac, randomUUID } from 'node:crypto';
import express, { type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import {
  type HostedOutcome,
  sayPageExpired,
  sayThanks,
  type ShownDocument,
  showHostedPage,
  toBodyText,
  toHostedOutcome,
} from './hosted-page.ts';

export interface DiditFakeOptions {
  readonly apiKeys: readonly string[];
  readonly workflowIds: readonly string[];
  /** Where this fake is reached: the hosted page is `${origin}/session/…`. */
  readonly origin: () => string;
  /** Where events go, and what signs them. Absent: nowhere. */
  readonly webhook?: () => { readonly url: string; readonly secret: string };
  readonly now?: () => Date;
}

export interface DiditFake {
  readonly app: Express;
  /** What was asked of it, in order. */
  readonly requests: readonly { readonly method: string; readonly url: string; readonly body: string }[];
  readonly sessions: ReadonlyMap<string, DiditSession>;
  /** As if the person had gone through the page; resolves when the event was delivered, with the status that it met. */
  complete(sessionId: string, outcome: HostedOutcome): Promise<number | undefined>;
  /** Sends the latest event again, as Didit does until it is answered with 2xx. */
  resend(): Promise<number | undefined>;
}

export interface DiditSession {
  readonly id: string;
  readonly token: string;
  readonly workflowId: string;
  readonly vendorData: string | undefined;
  metadata: unknown;
  callback: string | undefined;
  status: DiditStatus;
  document: ShownDocument | undefined;
}

const statuses = [
  'Not Started',
  'In Progress',
  'Awaiting User',
  'In Review',
  'Approved',
  'Declined',
  'Resubmitted',
  'Expired',
  'Kyc Expired',
  'Abandoned',
] as const;
export type DiditStatus = (typeof statuses)[number];

const unfinished: readonly DiditStatus[] = ['Not Started', 'In Progress', 'Resubmitted', 'Awaiting User'];
const pageFailures = {
  Declined: 'Show a forged passport',
  'In Review': 'Show a passport that is hard to read',
  Abandoned: 'Give up',
};

const creationSchema = z.strictObject({
  workflow_id: z.uuid(),
  vendor_data: z.string().max(255).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  callback: z.url().optional(),
  callback_method: z.enum(['initiator', 'completer', 'both']).optional(),
  language: z.string().optional(),
});

interface World extends DiditFakeOptions {
  readonly sessions: Map<string, DiditSession>;
  latestEvent?: string;
}

/** Didit's session API (v3) as its reference describes it, strictly: what it does not know is refused. */
export function createDiditFake(options: DiditFakeOptions): DiditFake {
  const world: World = { ...options, sessions: new Map() };
  const requests: { method: string; url: string; body: string }[] = [];
  const app = express().disable('x-powered-by');
  app.use(express.text({ type: () => true, limit: '1mb' }));
  app.use('/v3', (request, response, next) => {
    requests.push({ method: request.method, url: request.originalUrl, body: toBodyText(request) });
    const isKnown = world.apiKeys.includes(request.header('x-api-key') ?? '');
    if (isKnown) next();
    else response.status(401).json({ detail: 'You do not have permission to perform this action.' });
  });
  app.post('/v3/session/', (request, response) => create(world, request, response));
  app.get('/v3/session/:id/decision/', (request, response) => {
    const session = world.sessions.get(request.params.id);
    if (session === undefined) response.status(404).json({ detail: 'Not found.' });
    else response.json(toDecision(world, session));
  });
  app.delete('/v3/session/:id/delete/', (request, response) => {
    response.status(world.sessions.delete(request.params.id) ? 204 : 404).end();
  });
  addPage(app, world);
  return {
    app,
    requests,
    sessions: world.sessions,
    complete: (id, outcome) => finish(world, world.sessions.get(id), outcome),
    resend: () => deliver(world, world.latestEvent),
  };
}

function addPage(app: Express, world: World): void {
  app.get('/session/:token', (request, response) => {
    if (findByToken(world, request.params.token) === undefined) sayPageExpired(response);
    else showHostedPage({ vendor: 'Didit', failures: pageFailures }, response);
  });
  app.post('/session/:token', async (request, response) => {
    const session = findByToken(world, request.params.token);
    if (session === undefined) {
      sayPageExpired(response);
      return;
    }
    await finish(world, session, toHostedOutcome(new URLSearchParams(toBodyText(request))));
    sayThanks(response);
  });
}

function create(world: World, request: Request, response: Response): void {
  const parsed = creationSchema.safeParse(findJson(toBodyText(request)));
  if (!parsed.success || request.headers['content-type']?.startsWith('application/json') !== true) {
    response.status(400).json({ detail: parsed.error?.issues.map(({ path }) => path.join('.')) ?? 'Send JSON.' });
    return;
  }
  const { workflow_id: workflowId, vendor_data: vendorData, metadata, callback } = parsed.data;
  if (!world.workflowIds.includes(workflowId)) {
    response.status(400).json({ workflow_id: ['Workflow not found.'] });
    return;
  }
  const session = findUnfinished(world, workflowId, vendorData) ?? {
    id: randomUUID(),
    token: randomUUID().replaceAll('-', ''),
    workflowId,
    vendorData,
    metadata,
    callback,
    status: 'Not Started',
    document: undefined,
  };
  world.sessions.set(session.id, Object.assign(session, { metadata, callback }));
  response.status(201).json({
    session_id: session.id,
    session_number: world.sessions.size,
    session_token: session.token,
    url: toUrl(world, session),
    vendor_data: vendorData ?? null,
    metadata: metadata ?? null,
    status: session.status,
    callback: callback ?? null,
    workflow_id: workflowId,
    workflow_version: 1,
  });
}

function findUnfinished({ sessions }: World, workflowId: string, vendorData: string | undefined) {
  return [...sessions.values()].find(
    (session) =>
      vendorData !== undefined &&
      session.vendorData === vendorData &&
      session.workflowId === workflowId &&
      unfinished.includes(session.status),
  );
}

function toDecision(world: World, session: DiditSession): object {
  const { id, vendorData, workflowId, metadata, callback, status, document } = session;
  const verification = document && {
    node_id: 'feature_ocr',
    status,
    document_type: 'Passport',
    first_name: document.firstName,
    last_name: document.lastName,
    full_name: `${document.firstName} ${document.lastName}`,
    date_of_birth: document.birthDate ?? null,
    warnings: [],
  };
  return {
    session_id: id,
    session_kind: 'user',
    session_url: toUrl(world, session),
    status,
    workflow_id: workflowId,
    features: ['ID_VERIFICATION'],
    vendor_data: vendorData ?? null,
    metadata: metadata ?? null,
    callback: callback ?? null,
    id_verifications: verification === undefined ? null : [verification],
  };
}

async function finish(
  world: World,
  session: DiditSession | undefined,
  outcome: HostedOutcome,
): Promise<number | undefined> {
  if (session === undefined || !unfinished.includes(session.status)) return undefined;
  if ('failure' in outcome) session.status = statuses.find((status) => status === outcome.failure) ?? 'Declined';
  else Object.assign(session, { status: 'Approved', document: outcome });
  const nowSeconds = Math.floor(toNow(world).getTime() / 1000);
  world.latestEvent = JSON.stringify({
    event_id: randomUUID(),
    webhook_type: 'status.updated',
    timestamp: nowSeconds,
    created_at: nowSeconds,
    environment: 'sandbox',
    session_id: session.id,
    status: session.status,
    vendor_data: session.vendorData ?? null,
    metadata: session.metadata ?? null,
    workflow_id: session.workflowId,
    decision: toDecision(world, session),
  });
  return deliver(world, world.latestEvent);
}

/** The headers of a delivery. */
export function signAsDidit(body: string, secret: string, at: Date): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-signature': createHmac('sha256', secret).update(body).digest('hex'),
    'x-timestamp': String(Math.floor(at.getTime() / 1000)),
  };
}

async function deliver(world: World, body: string | undefined): Promise<number | undefined> {
  const webhook = world.webhook?.();
  if (webhook === undefined || body === undefined) return undefined;
  const headers = signAsDidit(body, webhook.secret, toNow(world));
  const response = await fetch(webhook.url, { method: 'POST', headers, body });
  return response.status;
}

function findByToken({ sessions }: World, token: string): DiditSession | undefined {
  return [...sessions.values()].find((session) => session.token === token && unfinished.includes(session.status));
}

function toUrl({ origin }: World, { token }: DiditSession): string {
  return `${origin()}/session/${token}`;
}

function findJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function toNow({ now }: World): Date {
  return now === undefined ? new Date() : now();
}
