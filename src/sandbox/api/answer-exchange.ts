import type { Request } from 'express';
import type { ApiParts, Exchange } from './exchange.ts';
import { carryOut } from './carry-out.ts';
import { findKey, type GivenKey } from '../world/key-ring.ts';
import type { KeyRecord } from '../world/records.ts';
import { strike } from './strike.ts';

const defaultSlownessMs = 1_000;

/** Key, rate limit, faults, and only then the operation itself. */
export async function answerExchange(exchange: Exchange, parts: ApiParts): Promise<void> {
  const { request, response, entry } = exchange;
  const given = readKey(request);
  const apiKey = given.text;
  const key = findKey(parts.state, given);
  if (key === undefined || isClosedTo(request, apiKey, { key, parts })) {
    entry.status = 401;
    response.status(401).json({ error: 'access_denied', error_description: 'The key is not valid' });
    return;
  }
  if (!parts.rateLimit.admits(apiKey)) {
    entry.status = 429;
    parts.book.countRateLimited();
    response.set('Retry-After', '1').status(429).json({ success: false, message: 'Rate limit exceeded' });
    return;
  }
  const fault = parts.faults.draw(exchange.operationId);
  if (fault !== undefined && strike(fault, request, response)) {
    entry.status = response.headersSent ? response.statusCode : 0;
    return;
  }
  if (fault?.kind === 'slow') await pause(parts, fault.delayMs ?? defaultSlownessMs);
  const answer = await carryOut(exchange, parts, { apiKey, allowed: key.propertyIds, clientId: key.clientId });
  if (fault?.kind === 'applied_but_answer_lost') {
    request.socket.destroy();
    return;
  }
  entry.status = 200;
  entry.refused = !answer.success;
  response.json(answer);
}

/** A key may come either way; a token only as a bearer's. */
function readKey(request: Request): GivenKey {
  const bearer = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
  return { text: bearer ?? request.get('x-api-key') ?? '', isBearer: bearer !== undefined };
}

/** Whether the key would open the property that is named, if the hotel had not disconnected the app there. */
function isClosedTo(
  request: Request,
  apiKey: string,
  { key, parts }: { readonly key: KeyRecord; readonly parts: ApiParts },
): boolean {
  const named = request.get('x-property-id');
  if (named === undefined || key.propertyIds.has(named)) return false;
  return parts.state.apiKeys.get(apiKey)?.propertyIds.has(named) === true;
}

async function pause({ timers }: ApiParts, delayMs: number): Promise<void> {
  await new Promise<void>((resolve) => timers.after(delayMs, resolve));
}
