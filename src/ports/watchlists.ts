import type { MatchStrength } from '../domain/finding.ts';
import type { Instant, LocalDate } from '../domain/subject.ts';
import type { WatchlistQuery } from '../domain/watchlist-query.ts';

/** `missing` never taken · `stale` not confirmed by its publisher for two days; it serves all the same. */
export type WatchlistState = 'missing' | 'fresh' | 'stale';

export interface WatchlistStatus {
  readonly listId: string;
  readonly title: string;
  /** Has a publisher where a new edition can be looked for. */
  readonly canRefresh: boolean;
  readonly state: WatchlistState;
  /** All below are absent while it is missing. */
  readonly persons?: number;
  /** The publisher's own date of the edition. */
  readonly publishedOn?: LocalDate;
  readonly fetchedAt?: Instant;
  /** When its publisher last confirmed it; its age counts from here. */
  readonly checkedAt?: Instant;
  readonly ageMs?: number;
  /** Why the last refresh brought nothing; absent where it went well, or there was none since the process started. */
  readonly problem?: { readonly code: string; readonly at: Instant };
}

/** One line of how a score came about. The units of all lines add up to the match's. */
export interface MatchPart {
  /** Stable, e.g. `name_parts`, `birth_date`. */
  readonly about: string;
  /** For staff, in plain English. */
  readonly text: string;
  /** Below 0: it speaks against the match. */
  readonly units: number;
}

/** One entry of one list that may be the person looked for. */
export interface WatchlistMatch {
  readonly listId: string;
  readonly listTitle: string;
  readonly entryId: string;
  /** Another for another state of the entry. */
  readonly entryHash: string;
  /** How the publisher's documents call the entry, where that is not its id. */
  readonly reference?: string;
  readonly listedName: string;
  readonly listedOn?: LocalDate;
  readonly programmes: readonly string[];
  readonly links: readonly string[];
  /** 100,000 units are a score of 1. */
  readonly units: number;
  readonly thresholdUnits: number;
  /** Absent below the threshold. */
  readonly strength?: MatchStrength;
  readonly parts: readonly MatchPart[];
}

/** Without a name that can be compared, nothing can be said. */
export interface WatchlistSearch {
  readonly hasName: boolean;
  /** Best first; also those below the threshold. */
  readonly matches: readonly WatchlistMatch[];
}

export interface WatchlistSearchOptions {
  readonly listIds: readonly string[];
  /** Of each list at most so many, and who ties with the last. */
  readonly top: number;
}

export type WatchlistRefresh =
  | { readonly state: 'updated' | 'unchanged'; readonly listId: string; readonly persons: number }
  /** The edition before goes on serving. Ids, counts and codes only. */
  | {
      readonly state: 'failed';
      readonly listId: string;
      readonly code: string;
      readonly facts: Readonly<Record<string, string | number>>;
    };

/** Entries by which what is served differs from what was last announced. */
export interface WatchlistChange {
  readonly listId: string;
  readonly changeId: string;
  readonly entries: number;
}

/** `all`: the list is new, or what changed is no longer known. */
export type ChangedEntries = ReadonlySet<string> | 'all';

/** All lists that this process serves. Searching is quick and never waits. */
export interface Watchlists {
  /** Every publisher's list that there is, and the own lists that were given. */
  list(now: Instant): readonly WatchlistStatus[];
  find(listId: string, now: Instant): WatchlistStatus | undefined;
  /** Lists that are missing are passed over. */
  search(query: WatchlistQuery, options: WatchlistSearchOptions): WatchlistSearch;
  /** What an entry is now; `undefined` where the list has none such. */
  findEntryHash(listId: string, entryId: string): string | undefined;
  /** Looks for a new edition at the publisher, and serves it. Never throws for what a publisher does. */
  refresh(listId: string, signal: AbortSignal): Promise<WatchlistRefresh>;
  /** Which list is a property's own. */
  toOwnListId(propertyId: string): string;
  /** Takes a property's own list in place of its last one. Throws an `OwnListRefused`; then that one stays. */
  saveOwn(propertyId: string, upload: OwnListUpload): Promise<WatchlistStatus>;
  /** What nobody was screened again for yet; the same answer until it is announced. */
  findUnannounced(listId: string): Promise<WatchlistChange | undefined>;
  noteAnnounced(change: WatchlistChange): Promise<void>;
  readChange(change: Pick<WatchlistChange, 'listId' | 'changeId'>): Promise<ChangedEntries>;
}

export interface OwnListUpload {
  /** With a header. */
  readonly csv: string;
  /** Which column holds what; see docs/watchlists.md. */
  readonly mapping: unknown;
}

/** A file or mapping that cannot be used, cell by cell: never what stands in a cell. */
export class OwnListRefused extends Error {
  readonly problems: readonly { readonly path: string; readonly message: string }[];

  constructor(problems: OwnListRefused['problems']) {
    super(`the own list has ${problems.length} problems`);
    this.name = 'OwnListRefused';
    this.problems = problems;
  }
}
