import { InvalidRequest } from './problems/invalid-request.ts';

/** The patterns of what stands in a cursor, in order: the sort key of the last item of a page. */
export type CursorShape = readonly RegExp[];

export const idShape = /^[\w-]{1,64}$/;
export const numberShape = /^\d{1,15}$/;
export const dateShape = /^\d{4}-\d{2}-\d{2}$/;
export const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** One page from one item more than it holds: that there is one more is what makes a next page. */
export function toPage<Item, View>(
  items: readonly Item[],
  limit: number,
  view: { readonly toView: (item: Item) => View; readonly toKey: (item: Item) => readonly string[] },
): { items: View[]; nextCursor: string | null } {
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = items.length > limit && last !== undefined;
  return { items: shown.map(view.toView), nextCursor: hasMore ? toCursor(view.toKey(last)) : null };
}

/** Throws `request_invalid`, naming the cursor, for one that we cannot have made. */
export function readCursor(cursor: string | undefined, shape: CursorShape): readonly string[] | undefined {
  if (cursor === undefined) return undefined;
  const key = decode(cursor);
  const isOurs =
    Array.isArray(key) &&
    key.length === shape.length &&
    shape.every((pattern, index) => typeof key[index] === 'string' && pattern.test(key[index])) &&
    toCursor(key as string[]) === cursor;
  if (!isOurs) throw new InvalidRequest([{ path: '/cursor', message: 'is not one that this API gave out' }]);
  return key as string[];
}

/** What `readCursor` reads. */
export function toCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined; // readCursor says what that means
  }
}
