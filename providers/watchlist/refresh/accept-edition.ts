import type { WatchlistEdition } from '../listed-person.ts';
import { changedPersons } from './changed-persons.ts';
import type { ChangedPersons } from './changed-persons.ts';
import type { EditionStore } from './edition-store.ts';
import { RefreshError } from './refresh-error.ts';
import type { EditionMetadata, StoredEdition } from './stored-edition.ts';

export interface EditionRules {
  readonly minPersons: number;
  /** The share of persons by which an edition may be smaller than the one before it, 0 to 1. */
  readonly maxShrinkShare: number;
}

export interface AcceptedEdition extends StoredEdition {
  readonly changed: ChangedPersons;
}

/** Holds a read edition against the rules and the last good one, and only then puts it in that one's place. */
export async function acceptEdition(
  candidate: StoredEdition,
  previous: StoredEdition | undefined,
  { rules, store }: { readonly rules: EditionRules; readonly store: EditionStore },
): Promise<AcceptedEdition> {
  refuseTooFew(candidate.edition, previous?.metadata, rules);
  const changed = changedPersons(previous?.edition, candidate.edition);
  await store.save(candidate);
  return { ...candidate, changed };
}

function refuseTooFew(edition: WatchlistEdition, previous: EditionMetadata | undefined, rules: EditionRules): void {
  const count = edition.persons.length;
  if (count < rules.minPersons) throw new RefreshError('too_few_persons', { count, minPersons: rules.minPersons });
  if (previous && count < previous.count * (1 - rules.maxShrinkShare)) {
    throw new RefreshError('shrunken', { count, before: previous.count });
  }
}
