import type { Request, Response } from 'express';
import type { OperationValidators } from '../../openapi/operation-validators.ts';
import type { DrawableFaults } from '../faults.ts';
import type { OperationId } from '../operations/operation.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { OpenLogEntry, StatsBook } from '../stats.ts';
import type { Timers } from '../timers.ts';
import type { WorldState } from '../world/world-state.ts';

/** What answering takes. */
export interface ApiParts {
  readonly state: WorldState;
  readonly book: StatsBook;
  readonly faults: DrawableFaults;
  readonly rateLimit: RateLimit;
  readonly timers: Timers;
  readonly validators: OperationValidators;
}

/** One request on its way to its answer. */
export interface Exchange {
  readonly operationId: OperationId;
  readonly isRead: boolean;
  readonly isMultipart: boolean;
  readonly request: Request;
  readonly response: Response;
  readonly entry: OpenLogEntry;
}
