import type { Listed, ListPage } from '../ports/listed.ts';
import { numberShape, readCursor, toPage } from './page.ts';

/** What to ask a list for: one more than the page holds. Throws `request_invalid` for a cursor that we cannot have made. */
export function toListPage(limit: number, cursor: string | undefined): ListPage {
  const [no] = readCursor(cursor, [numberShape]) ?? [];
  return { limit: limit + 1, ...(no !== undefined && { afterNo: Number(no) }) };
}

/** The page that `toListPage` asked for. Its cursor is a place in the list, which stays when what stood there goes. */
export function toListedPage<Item, View>(
  listed: readonly Listed<Item>[],
  limit: number,
  toView: (item: Item) => View,
): { items: View[]; nextCursor: string | null } {
  return toPage(listed, limit, { toView: ({ item }) => toView(item), toKey: ({ no }) => [String(no)] });
}
