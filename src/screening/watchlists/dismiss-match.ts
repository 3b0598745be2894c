import { toLocalDate } from '../../domain/calendar.ts';
import { mentionsEntry } from '../../domain/entry-mark.ts';
import { ServiceError } from '../../domain/errors.ts';
import { toPersonState } from '../../domain/person-state.ts';
import type { LocalDate } from '../../domain/subject.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Rows, Store, StoredSubject } from '../../ports/store.ts';
import type { Watchlists } from '../../ports/watchlists.ts';
import type { Screening } from '../../domain/screening.ts';
import { enqueueEnd } from './end-dismissals.ts';
import { screenAgain } from '../syncing/start-screening.ts';

export interface Judgement {
  readonly listId: string;
  readonly entryId: string;
  readonly reason: string;
  /** The last day on which it holds. */
  readonly validUntil?: LocalDate;
  readonly actor: string;
}

/**
 * A person says that a guest is not the one on the list. Throws `screening_unknown`, `watchlist_entry_unknown` where the
 * screening found no such match, `request_invalid` for a day that is over and `decision_conflict` for an ended stay.
 */
export type DismissMatch = (screeningId: string, judgement: Judgement) => Promise<{ readonly screeningId: string }>;

/** Takes that back. Throws as above. */
export type WithdrawDismissal = (
  screeningId: string,
  said: Omit<Judgement, 'reason' | 'validUntil'>,
) => Promise<{ readonly screeningId: string }>;

interface DismissalParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly watchlists: Pick<Watchlists, 'findEntryHash'>;
}

/** Both screen the guest again. */
export function createDismissals({ store, clock, watchlists }: DismissalParts): {
  readonly dismiss: DismissMatch;
  readonly withdraw: WithdrawDismissal;
} {
  return {
    dismiss: (screeningId, { listId, entryId, reason, validUntil, actor }) =>
      store.transaction(async (rows) => {
        const { screening, subject } = await getWork(rows, screeningId);
        const entryHash = watchlists.findEntryHash(listId, entryId);
        const isFound = mentionsEntry(screening.findings, listId, (found) => found === entryId);
        if (entryHash === undefined || !isFound) throw new ServiceError('watchlist_entry_unknown', { screeningId });
        const at = clock.now();
        const { propertyId, guestId } = screening;
        const { timeZone } = await rows.properties.get(propertyId);
        if (validUntil !== undefined && validUntil < toLocalDate(at, timeZone))
          throw new ServiceError('request_invalid', { field: 'until' });
        await rows.dismissals.save({
          ...{ propertyId, guestId, listId, entryId, entryHash, reason, dismissedBy: actor, dismissedAt: at },
          person: toPersonState(subject.fields, guestId),
          ...(validUntil !== undefined && { validUntil }),
        });
        if (validUntil !== undefined) await enqueueEnd(rows, { propertyId, lastDay: validUntil, timeZone });
        await rows.screenings.addToTimeline({ screeningId, at, event: 'match_dismissed', actor });
        return getAgain(await screenAgain(rows, screening, { at, actor }), screeningId);
      }),
    withdraw: (screeningId, { listId, entryId, actor }) =>
      store.transaction(async (rows) => {
        const { screening, subject } = await getWork(rows, screeningId);
        const { propertyId, guestId } = screening;
        const person = toPersonState(subject.fields, guestId);
        const isRemoved = await rows.dismissals.remove({ propertyId, person, listId, entryId });
        if (!isRemoved) throw new ServiceError('watchlist_entry_unknown', { screeningId });
        const at = clock.now();
        await rows.screenings.addToTimeline({ screeningId, at, event: 'dismissal_withdrawn', actor });
        return getAgain(await screenAgain(rows, screening, { at, actor }), screeningId);
      }),
  };
}

async function getWork(rows: Rows, screeningId: string): Promise<StoredSubject & { readonly screening: Screening }> {
  const screening = await rows.screenings.get(screeningId);
  const stored = await rows.subjects.find(screening);
  if (stored === undefined) throw new ServiceError('screening_unknown', { screeningId });
  return { ...stored, screening };
}

function getAgain(again: { readonly screeningId: string } | undefined, screeningId: string) {
  if (again === undefined) throw new ServiceError('decision_conflict', { screeningId });
  return again;
}
