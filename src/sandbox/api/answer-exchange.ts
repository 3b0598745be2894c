import type { Request } from 'express';
import type { ApiParts, Exchange } from './exchange.ts';
import { carryOut } from './carry-out.ts';
import { strike } from './strike.ts';

const defaultSlownessMs = 1_000;

/** Key, rate limit, faults, and only then the operation itself. */
export async function answerExchange(exchange: Exchange, parts: ApiParts): Promise<void> {
  const { request, response, entry } = exchange;
  const apiKey = readKey(request);
  const allowed = parts.state.apiKeys.get(apiKey);
  if (allowed === undefined) {
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
  const answer = await carryOut(exchange, parts, { apiKey, allowed });
  if (fault?.kind === 'applied_but_answer_lost') {
    request.socket.destroy();
    return;
  }
  entry.status = 200;
  entry.refused = !answer.success;
  response.json(answer);
}

function readKey(request: Request): string {
  return request.get('x-api-key') ?? request.get('authorization')?.replace(/^Bearer /, '') ?? '';
}

async function pause({ timers }: ApiParts, delayMs: number): Promise<void> {
  await new Promise<void>((resolve) => timers.after(delayMs, resolve));
}
