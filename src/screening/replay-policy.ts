import { plusMs } from '../domain/calendar.ts';
import type { Outcome, Policy } from '../domain/policy.ts';
import { replay, type Replayed } from '../domain/policy/replay.ts';
import type { Candidate } from '../domain/policy/selection.ts';
import type { Instant } from '../domain/subject.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConcludedQuery, ScreeningListItem, Store } from '../ports/store.ts';

export interface ReplayQuery {
  readonly propertyId: string;
  readonly policy: Policy;
  readonly days: number;
  /** The largest number of cases. */
  readonly limit: number;
  /** The last case of the page before. */
  readonly after?: CaseKey;
}

export type CaseKey = NonNullable<ConcludedQuery['after']>;

export interface ReplayedCase extends Replayed {
  readonly screeningId: string;
  readonly reservationId: string;
  readonly guestId: string;
  readonly createdAt: Instant;
}

type OutcomeCounts = Readonly<Record<Outcome, number>>;

export interface PolicyReplay {
  readonly since: Instant;
  /** Of how many screenings the rest tells; all of them, whatever the page. */
  readonly screenings: number;
  readonly before: OutcomeCounts;
  readonly after: OutcomeCounts;
  readonly differing: number;
  /** By provider, of how many screenings it is not known what the provider would have said. */
  readonly notKnown: ReadonlyMap<string, number>;
  /** Those that would differ, newest first. */
  readonly cases: readonly ReplayedCase[];
}

export type ReplayPolicy = (query: ReplayQuery) => Promise<PolicyReplay>;

export interface ReplayParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly listProviders: (propertyId: string) => readonly Candidate[];
}

/** How many rows are read at a time: a few milliseconds, after which others may use the store. */
const pageSize = 25;

const dayMs = 86_400_000;

/**
 * Runs a policy over the findings of the last days, and says which outcomes would differ. Writes nothing. Throws
 * `property_unknown`.
 */
export function createReplayPolicy({ store, clock, listProviders }: ReplayParts): ReplayPolicy {
  return async (query) => {
    const { propertyId, days } = query;
    await store.read((rows) => rows.properties.get(propertyId));
    const since = plusMs(clock.now(), -days * dayMs);
    const tally = new ReplayTally(query, listProviders(propertyId));
    let after: CaseKey | undefined;
    for (;;) {
      const page = { propertyId, since, limit: pageSize, ...(after && { after }) };
      const items = await store.read((rows) => rows.screenings.listConcluded(page));
      for (const item of items) tally.take(item);
      const last = items.at(-1);
      if (last === undefined || items.length < pageSize) return { since, ...tally.toFigures() };
      after = { createdAt: last.screening.createdAt, screeningId: last.screening.id };
      await new Promise((resolve) => setImmediate(resolve)); // what came meanwhile goes first
    }
  };
}

class ReplayTally {
  private readonly query: ReplayQuery;
  private readonly providers: readonly Candidate[];
  private readonly before = { clear: 0, review: 0, flagged: 0 };
  private readonly after = { clear: 0, review: 0, flagged: 0 };
  private readonly notKnown = new Map<string, number>();
  private readonly cases: ReplayedCase[] = [];
  private screenings = 0;
  private differing = 0;

  constructor(query: ReplayQuery, providers: readonly Candidate[]) {
    this.query = query;
    this.providers = providers;
  }

  take({ screening, subject }: Pick<ScreeningListItem, 'screening' | 'subject'>): void {
    const { outcome, id: screeningId, reservationId, guestId, createdAt } = screening;
    if (outcome === undefined) return;
    const replayed = replay({ ...screening, fields: subject.fields, outcome }, this.query.policy, this.providers);
    this.screenings += 1;
    this.before[replayed.before] += 1;
    this.after[replayed.after] += 1;
    for (const id of replayed.notKnown) this.notKnown.set(id, (this.notKnown.get(id) ?? 0) + 1);
    if (replayed.before === replayed.after) return;
    this.differing += 1;
    const isOnPage = isAfter({ createdAt, screeningId }, this.query.after) && this.cases.length < this.query.limit;
    if (isOnPage) this.cases.push({ ...replayed, screeningId, reservationId, guestId, createdAt });
  }

  toFigures(): Omit<PolicyReplay, 'since'> {
    const { screenings, before, after, differing, notKnown, cases } = this;
    return { screenings, before, after, differing, notKnown, cases };
  }
}

/** In the order of the pages, newest first. */
function isAfter(one: CaseKey, other: CaseKey | undefined): boolean {
  if (other === undefined || one.createdAt < other.createdAt) return true;
  return one.createdAt === other.createdAt && one.screeningId < other.screeningId;
}
