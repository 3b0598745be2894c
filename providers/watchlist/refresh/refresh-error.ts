import type { ListFileCode } from '../lists/list-file-error.ts';

/** Every way in which a list cannot be had, besides those of the file itself. */
export const refreshCodes = [
  /** No connection, a reset, a name that does not resolve. */
  'unreachable',
  /** Not all there within the deadline. */
  'timeout',
  /** The caller's signal: the service stops. */
  'stopped',
  /** An answer that is neither 200 nor an expected 304. */
  'http_status',
  /** A redirect to another scheme or to a host that the source does not declare, or too many of them. */
  'redirect_refused',
  /** The name leads to a private, local or otherwise internal address. */
  'address_refused',
  /** Fewer persons than any whole edition has. */
  'too_few_persons',
  /** Fewer persons than the last good edition by more than the allowed share. */
  'shrunken',
  /** Of an earlier day than the last good edition. */
  'older_edition',
  /** The disk did not take it. */
  'storage_failed',
  /** A defect of ours; `facts.error` is its class. */
  'unexpected',
] as const;

export type RefreshCode = (typeof refreshCodes)[number] | ListFileCode;

/** Counts, statuses, days and roles of files only. */
export type RefreshFacts = Readonly<Record<string, string | number>>;

/** An expected failure on the way to a new edition. Its message is made of the code and the facts. */
export class RefreshError extends Error {
  readonly code: RefreshCode;
  readonly facts: RefreshFacts;

  constructor(code: RefreshCode, facts: RefreshFacts = {}, cause?: unknown) {
    const told = Object.entries(facts).map(([name, value]) => ` ${name}=${value}`);
    super(`watchlist refresh: ${code}${told.join('')}`, cause === undefined ? undefined : { cause });
    this.name = 'RefreshError';
    this.code = code;
    this.facts = facts;
  }
}
