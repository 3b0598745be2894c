import type { CheckAnswer, MatchStrength, Reason } from '../../src/domain/finding.ts';
import { toPersonState } from '../../src/domain/person-state.ts';
import type { Instant } from '../../src/domain/subject.ts';
import { toWatchlistQuery } from '../../src/domain/watchlist-query.ts';
import type { CheckContext, CheckProvider, DeclaredFields } from '../../src/ports/check-provider.ts';
import type { WatchlistMatch, Watchlists, WatchlistStatus } from '../../src/ports/watchlists.ts';
import { toListsNote, toMissingReasons, toStaleReasons } from './list-age.ts';
import { manifest } from './manifest.ts';
import { type SaidDismissal, toDismissedReason, toMatchReason } from './match-text.ts';
import { toSelectedLists } from './selected-lists.ts';

export interface WatchlistProviderParts {
  readonly watchlists: Pick<Watchlists, 'search' | 'find' | 'toOwnListId'>;
  /** What people said today of this state of a person. */
  readonly listDismissals: (propertyId: string, person: string, now: Instant) => Promise<readonly SaidDismissal[]>;
}

/** Of one list. Whoever matches more entries than this is looked at by a person anyway. */
const mostPerList = 10;
const mostReasons = 20;

export function createWatchlistProvider(parts: WatchlistProviderParts): CheckProvider {
  return {
    manifest,
    check: async (fields, context) => {
      const { watchlists } = parts;
      const { required, compared } = toSelectedLists(context.settings, watchlists.toOwnListId(context.propertyId));
      const statuses = compared.map((listId) => findStatus(watchlists, listId, context.now));
      const missing = statuses.filter(({ state, listId }) => state === 'missing' && required.includes(listId));
      const { hasName, matches } = watchlists.search(toWatchlistQuery(fields), { listIds: compared, top: mostPerList });
      if (!hasName) return withoutName;
      const leastUnits = Math.round(Number(context.settings.minimumScore) * 100_000);
      const telling = matches
        .filter(({ strength, units }) => strength !== undefined && units >= leastUnits)
        .map((match) => ({ ...match, thresholdUnits: Math.max(match.thresholdUnits, leastUnits) }));
      const dismissed = await findDismissed(parts, telling, { fields, context });
      return toAnswer({ matches: telling, dismissed, missing, statuses });
    },
  };
}

const withoutName: CheckAnswer = {
  result: 'incomplete',
  reasons: [{ code: 'watchlist.no_name', text: 'There is no name that could be compared' }],
  missing: ['firstName', 'lastName'],
};

function findStatus(watchlists: WatchlistProviderParts['watchlists'], listId: string, now: Instant): WatchlistStatus {
  return watchlists.find(listId, now) ?? { ...unknownList, listId };
}

const unknownList = { title: 'A list that the settings name', canRefresh: false, state: 'missing' } as const;

type Dismissed = ReadonlyMap<WatchlistMatch, SaidDismissal>;

/** A person's word counts for the state of the guest and of the entry that it was said of, and for no other. */
async function findDismissed(
  { listDismissals }: WatchlistProviderParts,
  matches: readonly WatchlistMatch[],
  { fields, context }: { readonly fields: DeclaredFields; readonly context: CheckContext },
): Promise<Dismissed> {
  const person = toPersonState(fields, context.guestId);
  const said = matches.length === 0 ? [] : await listDismissals(context.propertyId, person, context.now);
  const pairs = matches.flatMap((match) => {
    const found = said.find(
      ({ listId, entryId, entryHash }) =>
        listId === match.listId && entryId === match.entryId && entryHash === match.entryHash,
    );
    return found === undefined ? [] : [[match, found] as const];
  });
  return new Map(pairs);
}

interface Found {
  readonly matches: readonly WatchlistMatch[];
  readonly dismissed: Dismissed;
  readonly missing: readonly WatchlistStatus[];
  readonly statuses: readonly WatchlistStatus[];
}

/** A match is said even while other lists are missing: it is bad enough. Clear is said only of lists that were compared. */
function toAnswer({ matches, dismissed, missing, statuses }: Found): CheckAnswer {
  const standing = matches.filter((match) => !dismissed.has(match));
  const [best] = standing;
  const lists = toListsNote(statuses);
  const about: Reason[] = [
    ...[...dismissed].map(([match, dismissal]) => toDismissedReason(match, dismissal)),
    ...toMissingReasons(missing),
    ...toStaleReasons(statuses),
  ];
  if (best !== undefined) {
    const strength: MatchStrength = best.strength ?? 'possible';
    const reasons = [...standing.slice(0, mostReasons).map(toMatchReason), ...about];
    return { result: 'match', strength, reasons, note: [`${strength} match`, lists].filter(Boolean).join(', ') };
  }
  if (missing.length > 0) return { result: 'unavailable', reasons: about };
  return { result: 'clear', reasons: about, ...(lists !== undefined && { note: lists }) };
}
