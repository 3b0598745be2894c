import type { EditionMetadata } from './stored-edition.ts';

/**
 * How far a list can be relied on. A stale list still serves: it is what the publisher said last, and every finding
 * tells its age.
 */
export type ListStatus =
  | { readonly state: 'missing' }
  | { readonly state: 'fresh' | 'stale'; readonly ageMs: number; readonly metadata: EditionMetadata };

/** Publishers update daily, some not at weekends. */
export const defaultStaleAfterMs = 48 * 60 * 60 * 1000;

/** The age counts from when the publisher last confirmed the edition. */
export function toListStatus(
  metadata: EditionMetadata | undefined,
  now: Date,
  staleAfterMs = defaultStaleAfterMs,
): ListStatus {
  if (!metadata) return { state: 'missing' };
  const ageMs = Math.max(0, now.getTime() - Date.parse(metadata.checkedAt));
  return { state: ageMs > staleAfterMs ? 'stale' : 'fresh', ageMs, metadata };
}
