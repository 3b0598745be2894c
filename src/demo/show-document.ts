import type { Sandbox } from '../sandbox/start-sandbox.ts';
import { type DemoGuest, readRow } from './show.ts';

/** So long the guest needs to find the passport; staff see meanwhile that the guest is waited for. */
const searchingMs = 1_000;

/** Who was shown a page, where it was and since when. */
export type SeenPages = Map<string, { readonly guest: DemoGuest; readonly page: string; readonly sinceMs: number }>;

/** The guests whose scene says so show their document, each on the page whose address stands in the PMS. */
export async function showDocuments(sandbox: Sandbox, guests: readonly DemoGuest[], seen: SeenPages): Promise<void> {
  for (const guest of guests) {
    const { document } = guest.scene;
    const { link } = readRow(sandbox, guest);
    if (document === undefined || link === '') continue;
    const page = seen.get(guest.guestId);
    if (page === undefined) seen.set(guest.guestId, { guest, page: link, sinceMs: performance.now() });
    else if (performance.now() - page.sinceMs >= searchingMs) {
      // As the guest's browser does. The page has expired once it was used: a second time does nothing.
      await fetch(link, { method: 'POST', body: new URLSearchParams({ ...document }) });
    }
  }
}

/** One line for each. */
export function toSeenPages(sandbox: Sandbox, seen: SeenPages): string {
  return [...seen.values()]
    .map(({ guest, page }) => `${readRow(sandbox, guest).name} was waited for, and showed a document on ${page}\n`)
    .join('');
}
