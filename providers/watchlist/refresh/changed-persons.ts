import type { ListedPerson, WatchlistEdition } from '../listed-person.ts';

/** The entry ids by which two editions differ. */
export interface ChangedPersons {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Which persons came, changed or went, so that only the guests whom they can concern are screened again. The order of
 * names and dates does not count, nor do links; all else does, as it may change or explain a match.
 */
export function changedPersons(previous: WatchlistEdition | undefined, next: WatchlistEdition): ChangedPersons {
  const before = new Map(previous?.persons.map((person) => [person.entryId, person]));
  const added: string[] = [];
  const changed: string[] = [];
  for (const person of next.persons) {
    const old = before.get(person.entryId);
    before.delete(person.entryId);
    if (!old) added.push(person.entryId);
    else if (!isSame(old, person)) changed.push(person.entryId);
  }
  return { added, changed, removed: [...before.keys()] };
}

/** Most persons are the same to the letter, which is much cheaper to see. */
function isSame(old: ListedPerson, person: ListedPerson): boolean {
  return JSON.stringify(old) === JSON.stringify(person) || toComparableText(old) === toComparableText(person);
}

/** The same text for all that is the same in what counts. */
export function toComparableText(person: ListedPerson): string {
  return JSON.stringify({ ...person, links: [] }, (_key, value: unknown) =>
    Array.isArray(value) ? sortedByContent(value) : inKeyOrder(value),
  );
}

function sortedByContent(values: readonly unknown[]): readonly unknown[] {
  return values
    .map((value) => [JSON.stringify(inKeyOrder(value)), value] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value);
}

function inKeyOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
