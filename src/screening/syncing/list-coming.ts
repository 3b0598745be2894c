import { plusMs, toLocalDate } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/subject.ts';
import type { ScreeningListItem, ScreeningListQuery, Store } from '../../ports/store.ts';

/** Who arrived longer ago than this has left. */
const longestStayMs = 366 * 86_400_000;

export interface Coming {
  readonly propertyId: string;
  readonly timeZone: string;
  /** A screening that began since sees a change by itself; those that are caused by it join the list while it is read. */
  readonly at: Instant;
  readonly pageSize: number;
}

/** Every guest in house or to come whose screening began before, page by page. A page may be empty. */
export async function* listComing(
  store: Store,
  { propertyId, timeZone, at, pageSize }: Coming,
): AsyncIterable<readonly ScreeningListItem[]> {
  const today = toLocalDate(at, timeZone);
  const arrivalFrom = toLocalDate(plusMs(at, -longestStayMs), timeZone);
  let after: ScreeningListQuery['after'];
  for (;;) {
    const query = { propertyId, arrivalFrom, limit: pageSize, ...(after === undefined ? {} : { after }) };
    const page = await store.read((rows) => rows.screenings.list(query));
    yield page.filter(({ screening, subject }) => screening.createdAt < at && subject.fields.departsOn >= today);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = { arrivalDate: last.subject.fields.arrivesOn, screeningId: last.screening.id };
  }
}
