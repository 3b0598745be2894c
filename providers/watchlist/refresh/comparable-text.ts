import type { ListedPerson } from '../listed-person.ts';

/**
 * The same text for all states of a person that are the same in what counts. The order of names and dates does not, nor
 * do links; all else does, as it may change or explain a match.
 */
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
