import type { EditionStore } from './edition-store.ts';
import { RefreshError } from './refresh-error.ts';
import type { EditionMetadata, StoredEdition } from './stored-edition.ts';

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
  await store.save(candidate);
}

function refuseTooFew(count: number, previous: EditionMetadata | undefined, rules: EditionRules): void {
  if (count < rules.minPersons) throw new RefreshError('too_few_persons', { count, minPersons: rules.minPersons });
  if (previous && count < previous.count * (1 - rules.maxShrinkShare)) {
    throw new RefreshError('shrunken', { count, before: previous.count });
  }
}
