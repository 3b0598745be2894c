export interface RequestLogEntry {
  /** Arrival, real clock, milliseconds since the epoch with decimals. */
  readonly atMs: number;
  /** Such as getReservations; 'unknown' for a path that is none. */
  readonly operation: string;
  /** HTTP status; 0 when the connection was cut or left hanging. */
  readonly status: number;
  /** True for success: false. */
  readonly refused: boolean;
  /** Undefined where the request named none and its key opens several. */
  readonly propertyId: string | undefined;
}

export interface DeliveryCounts {
  /** POSTs sent, retries and duplicates included. */
  readonly attempted: number;
  /** Answered with a 2xx in time. */
  readonly acknowledged: number;
  /** Attempts that were not. */
  readonly failed: number;
  /** Never sent (loseShare), or given up after the last try. */
  readonly lost: number;
}

/** Counts since the start or the last reset(). */
export interface SandboxStats {
  readonly requests: readonly RequestLogEntry[];
  readonly requestsByOperation: Readonly<Record<string, number>>;
  /** 429 because of the rate limit (not because of a fault). */
  readonly rateLimited: number;
  /** Answers with success: false. */
  readonly refusals: number;
  readonly deliveries: DeliveryCounts;
  reset(): void;
}
