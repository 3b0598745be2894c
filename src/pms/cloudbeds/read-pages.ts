import { ServiceError } from '../../domain/errors.ts';
import type { Answer } from './http-door.ts';
import { readCount } from './loose-values.ts';

export const pageSize = 100;
const maxReads = 3;
const maxPages = 5_000;

export interface PageReading {
  readonly ask: (pageNumber: number) => Promise<Answer>;
  /** What tells one row from another on the same page. */
  readonly toKey: (row: unknown) => string;
  readonly onOddTotal: () => void;
  /** Whoever looks again soon anyway need not see every row: what moved meanwhile is not read again. */
  readonly isOnce?: boolean;
}

interface Seen {
  readonly keys: ReadonlySet<string>;
  /** The largest total that any of the pages told. */
  readonly total: number | undefined;
}

/**
 * Every row of a listing, page by page as they come. Pages are cut from a list that lives: a row that is inserted before
 * the page at hand repeats another one, a row that is deleted hides another one. Both leave fewer distinct rows than the
 * total said, and then all of it is read again; what was yielded before is yielded again, as it is now. After three such
 * readings: `pms_pages_moved`. Where two readings in a row saw the very same rows nothing has moved: the total counts
 * something else, or rows that look alike came on two pages, and these rows are all there are.
 *
 * Limit: a deletion and an insertion at the end between the same two pages cancel each other out.
 */
export async function* readPages(reading: PageReading): AsyncGenerator<readonly unknown[]> {
  let before: Seen | undefined;
  for (let read = 1; read <= maxReads; read += 1) {
    const seen: Seen = yield* readOnce(reading);
    if (reading.isOnce === true || seen.total === undefined || seen.keys.size >= seen.total) return;
    if (before?.total === seen.total && hasSame(before.keys, seen.keys)) {
      reading.onOddTotal();
      return;
    }
    before = seen;
  }
  throw new ServiceError('pms_pages_moved', { reads: maxReads });
}

async function* readOnce({ ask, toKey }: PageReading): AsyncGenerator<readonly unknown[], Seen> {
  const keys = new Set<string>();
  let largestTotal: number | undefined;
  for (let pageNumber = 1; pageNumber <= maxPages; pageNumber += 1) {
    const { body, requestId } = await ask(pageNumber);
    if (!Array.isArray(body.data)) throw new ServiceError('pms_bad_answer', { reason: 'no_rows', requestId });
    const rows: readonly unknown[] = body.data;
    const total = readCount(body.total);
    if (total !== undefined) largestTotal = Math.max(largestTotal ?? 0, total);
    if (rows.length > 0) yield rows;
    addKeys(keys, rows.map(toKey));
    const isLast = total === undefined ? rows.length < pageSize : pageNumber * pageSize >= total;
    if (isLast || rows.length === 0) return { keys, total: largestTotal };
  }
  throw new ServiceError('pms_bad_answer', { reason: 'endless_pages' });
}

/** Rows of one page are all different, even where they look alike, as a guest in two unassigned rooms does. */
function addKeys(keys: Set<string>, pageKeys: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const key of pageKeys) {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    keys.add(`${key}#${count}`);
  }
}

function hasSame(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((key) => right.has(key));
}
