import type { Finding } from './finding.ts';

/** The provider whose findings are about watchlists. */
export const watchlistProviderId = 'watchlist';

/** How a reason says which entry of which list it is about. */
export function toEntryMark(listId: string, entryId: string): string {
  return `[${listId}/${entryId}]`;
}

/** Whether findings speak of an entry of a list that the test holds for. */
export function mentionsEntry(
  findings: readonly Finding[],
  listId: string,
  isMeant: (entryId: string) => boolean,
): boolean {
  const start = `[${listId}/`;
  return findings.some(
    ({ provider, reasons }) =>
      provider === watchlistProviderId &&
      reasons.some(({ text }) => {
        const at = text.indexOf(start);
        return at !== -1 && isMeant(text.slice(at + start.length).split(']', 1)[0] ?? '');
      }),
  );
}
