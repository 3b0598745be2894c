export interface RequestLogEntry {
  /** Arrival, real clock, milliseconds since the epoch with decimals. */
  readonly atMs: number;
  /** Such as getReservations; 'unknown' for a path that is none. */
  readonly operation: string;
  /** HTTP status; 0 while there is no answer, and for ever when the connection was cut or left hanging. */
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

export type OpenLogEntry = { -readonly [K in keyof RequestLogEntry]: RequestLogEntry[K] };

/** The side of the statistics that the sandbox itself writes to. */
export interface StatsBook {
  readonly stats: SandboxStats;
  /** Notes an arrival; what becomes of it is filled in later. */
  arrive(operation: string): OpenLogEntry;
  countRateLimited(): void;
  countDelivery(fate: keyof DeliveryCounts): void;
}

export function createStatsBook(): StatsBook {
  let requests: OpenLogEntry[] = [];
  let rateLimited = 0;
  let deliveries = noDeliveries();
  const stats: SandboxStats = {
    get requests() {
      return requests;
    },
    get requestsByOperation() {
      const groups = Object.entries(Object.groupBy(requests, ({ operation }) => operation));
      return Object.fromEntries(groups.map(([operation, group]) => [operation, group?.length ?? 0]));
    },
    get rateLimited() {
      return rateLimited;
    },
    get refusals() {
      return requests.filter(({ refused }) => refused).length;
    },
    get deliveries() {
      return { ...deliveries };
    },
    reset: () => {
      requests = [];
      rateLimited = 0;
      deliveries = noDeliveries();
    },
  };
  return {
    stats,
    arrive: (operation) => {
      const atMs = performance.timeOrigin + performance.now();
      const entry: OpenLogEntry = { atMs, operation, status: 0, refused: false, propertyId: undefined };
      requests.push(entry);
      return entry;
    },
    countRateLimited: () => void (rateLimited += 1),
    countDelivery: (fate) => void (deliveries[fate] += 1),
  };
}

function noDeliveries(): { -readonly [K in keyof DeliveryCounts]: number } {
  return { attempted: 0, acknowledged: 0, failed: 0, lost: 0 };
}
