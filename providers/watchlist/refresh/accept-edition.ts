import type { EditionStore } from './edition-store.ts';
import { RefreshError } from './refresh-error.ts';
import type { EditionMetadata, StoredEdition } from './stored-edition.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface EditionRules {
  readonly minPersons: number;
  /** The share of persons by which an edition may be smaller than the one before it, 0 to 1. */
  readonly maxShrinkShare: number;
}

/** Holds a read edition against the rules and the last good one, and only then puts it in that one's place. */
export async function acceptEdition(
  candidate: StoredEdition,
  previous: EditionMetadata | undefined,
  { rules, store }: { readonly rules: EditionRules; readonly store: EditionStore },
): Promise<void> {
  refuseTooFew(candidate.metadata.count, previous, rules);
  if (previous) refuseOlder(candidate.metadata, previous);
  await store.save(candidate);
}

function refuseTooFew(count: number, previous: EditionMetadata | undefined, rules: EditionRules): void {
  if (count < rules.minPersons) throw new RefreshError('too_few_persons', { count, minPersons: rules.minPersons });
  if (previous && count < previous.count * (1 - rules.maxShrinkShare)) {
    throw new RefreshError('shrunken', { count, before: previous.count });
  }
}

/**
 * A publisher's storage that lags behind, or whoever stands in between, would take listed persons away again. A day that
 * had not come anywhere on earth when its edition was taken is a slip of the publisher's, and holds nothing up.
 */
function refuseOlder({ publishedOn: offered }: EditionMetadata, { publishedOn: serving, fetchedAt }: EditionMetadata) {
  if (offered === undefined || serving === undefined || offered >= serving) return;
  const latest = new Date(Date.parse(fetchedAt) + DAY_MS).toISOString().slice(0, serving.length);
  if (serving <= latest) throw new RefreshError('older_edition', { offered, serving });
}
