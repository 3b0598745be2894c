import { ListFileError } from '../lists/list-file-error.ts';
import { RefreshError } from './refresh-error.ts';
import { findSystemErrorCode } from './system-error.ts';
import type { RefreshCode, RefreshFacts } from './refresh-error.ts';

export interface RefreshFailure {
  readonly code: RefreshCode;
  readonly facts: RefreshFacts;
}

/** What a refresh that ended with this error is called. Of errors that are not ours only the class goes on. */
export function toRefreshFailure(
  error: unknown,
  ended: { readonly stopped: boolean; readonly expired: boolean },
): RefreshFailure {
  if (error instanceof RefreshError || error instanceof ListFileError) return { code: error.code, facts: error.facts };
  if (ended.stopped) return { code: 'stopped', facts: {} };
  if (ended.expired) return { code: 'timeout', facts: {} };
  const systemCode = findSystemErrorCode(error);
  if (systemCode !== undefined) return { code: 'storage_failed', facts: { error: systemCode } };
  return { code: 'unexpected', facts: { error: error instanceof Error ? error.constructor.name : typeof error } };
}
