import type { ServiceError } from '../../domain/errors.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { IncomingAnswer } from './exchange.ts';
import type { Operation } from './operations.ts';

export interface RequestResult {
  /** By `performance.now`. */
  readonly sentMs: number;
  readonly answer?: IncomingAnswer;
  readonly error?: ServiceError;
}

/** One line and two figures for each request. */
export function reportRequest(
  { logger, metrics }: { readonly logger: Logger; readonly metrics: Metrics },
  { operation, propertyId }: { readonly operation: Operation; readonly propertyId: string | undefined },
  { sentMs, answer, error }: RequestResult,
): void {
  const elapsedMs = performance.now() - sentMs;
  const tookMs = Math.round(elapsedMs);
  metrics.count('pms_requests', { operation, result: error?.code ?? 'ok' });
  metrics.observe('pms_request_seconds', { operation }, elapsedMs / 1_000);
  if (error !== undefined)
    logger.warn('pms.failed', { operation, propertyId, tookMs, code: error.code, ...error.facts });
  else logger.debug('pms.answered', { operation, propertyId, tookMs, requestId: answer?.requestId });
}
