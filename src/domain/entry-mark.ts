import type { Finding } from './finding.ts';

/** The provider whose findings are about watchlists. */
export const watchlistProviderId = 'watchlist';

/** Of the reason why an entry that would match is left out: somebody said that the guest is another. */
export const dismissedCode = 'watchlist.dismissed';

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

/** Whether findings leave this entry, or any, out because of what somebody said. */
export function leavesOut(
  findings: readonly Finding[],
  entry?: { readonly listId: string; readonly entryId: string },
): boolean {
  const leaving = findings.map((finding) => {
    return { ...finding, reasons: finding.reasons.filter(({ code }) => code === dismissedCode) };
  });
  if (entry === undefined) return leaving.some(({ reasons }) => reasons.length > 0);
  return mentionsEntry(leaving, entry.listId, (found) => found === entry.entryId);
}
