import { toDayAfter, toDayStart, toLocalDate } from '../../domain/calendar.ts';
import { leavesOut } from '../../domain/entry-mark.ts';
import { toPersonState } from '../../domain/person-state.ts';
import type { LocalDate } from '../../domain/subject.ts';
import { housekeeping } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JobHandler, JobPayloads } from '../../ports/jobs.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Rows, ScreeningListItem, Store } from '../../ports/store.ts';
import { listComing } from '../syncing/list-coming.ts';
import { screenAgain } from '../syncing/start-screening.ts';

export interface EndDismissalsParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
}

const pageSize = 100;

/** Makes it due that matches return once the last day is over on which a dismissal holds. */
export async function enqueueEnd(
  rows: Rows,
  { timeZone, ...payload }: JobPayloads['end-dismissals'] & { readonly timeZone: string },
): Promise<void> {
  const runAt = toDayStart(toDayAfter(payload.lastDay), timeZone);
  await rows.jobs.enqueue({ kind: 'end-dismissals', payload, urgency: housekeeping, runAt });
}

/**
 * After the last day of a dismissal: screens again every guest in house or to come whose finding still leaves a match out
 * because of it. One that was said anew until a later day still holds, one that was taken back is gone: neither does anything.
 */
export function createEndDismissals({ store, clock, logger }: EndDismissalsParts): JobHandler<'end-dismissals'> {
  return async ({ propertyId, lastDay }, { lease, signal }) => {
    const at = clock.now();
    const { timeZone } = await store.read((rows) => rows.properties.get(propertyId));
    const today = toLocalDate(at, timeZone);
    if (today <= lastDay) {
      // The property's time zone has changed since.
      await store.transactionUnder(lease, (rows) => enqueueEnd(rows, { propertyId, lastDay, timeZone }));
      return;
    }
    let touched = 0;
    for await (const page of listComing(store, { propertyId, timeZone, at, pageSize })) {
      signal.throwIfAborted();
      touched += await store.transactionUnder(lease, async (rows) => {
        const ended = await filterEnded(rows, page, { lastDay, today });
        for (const { subject } of ended) await screenAgain(rows, subject, { at, actor: 'watchlists' });
        return ended.length;
      });
    }
    logger.info('dismissals.ended', { propertyId, touched });
  };
}

interface Days {
  readonly lastDay: LocalDate;
  readonly today: LocalDate;
}

async function filterEnded(
  rows: Rows,
  page: readonly ScreeningListItem[],
  days: Days,
): Promise<readonly ScreeningListItem[]> {
  const ended: ScreeningListItem[] = [];
  for (const item of page) if (await hasEnded(rows, item, days)) ended.push(item);
  return ended;
}

async function hasEnded(rows: Rows, { screening, subject }: ScreeningListItem, days: Days): Promise<boolean> {
  const isOpen = screening.status === 'in_progress';
  if (!isOpen && !leavesOut(screening.findings)) return false;
  const { propertyId, guestId, fields } = subject;
  const about = { propertyId, person: toPersonState(fields, guestId) };
  const then = await rows.dismissals.list(about, days.lastDay);
  const now = await rows.dismissals.list(about, days.today);
  return then
    .filter(({ listId, entryId }) => !now.some((held) => held.listId === listId && held.entryId === entryId))
    .some(
      ({ listId, entryId }) =>
        // A check that began before midnight may have asked what people say before it was over.
        isOpen || leavesOut(screening.findings, { listId, entryId }),
    );
}
