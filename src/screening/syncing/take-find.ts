import { type Announced, isAnnounced } from '../../domain/announcement.ts';
import { toLocalDate } from '../../domain/calendar.ts';
import type { DriftHandling } from '../../domain/drift.ts';
import type { Digest } from '../../domain/fingerprint.ts';
import type { Instant } from '../../domain/subject.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Property, Rows, SubjectKey } from '../../ports/store.ts';
import type { FoundBy } from '../../ports/sync-states.ts';
import type { Find } from './find.ts';
import { noteDrift } from '../writing-back/note-drift.ts';
import type { BindProfile } from '../profiles/bind-profile.ts';
import type { ScreenTroubled } from '../profiles/screen-troubled.ts';
import { takeGuestChanges } from './take-guest-changes.ts';
import { takeReservations } from './take-reservations.ts';
import type { TakeContext } from './take-subject.ts';

export interface TakeParts {
  readonly clock: Clock;
  readonly digest: Digest;
  readonly metrics: Metrics;
  readonly bindProfile: BindProfile;
  readonly screenTroubled?: ScreenTroubled;
  /** What becomes of fields of ours that were changed; absent where a property shows none. */
  readonly driftFor: (propertyId: string) => DriftHandling | undefined;
}

/** Who looks, and which events could have told beforehand. */
export interface Look {
  readonly property: Property;
  readonly foundBy: FoundBy;
  /** What the PMS answers is not older. */
  readonly startedAt: Instant;
  /** Absent where everything is looked at, as on a property's first look. */
  readonly announcements?: { readonly since: Instant; readonly named: Announced };
}

/**
 * Takes in what a look found, and notes what no event had announced. Answers the guests whose reservations have to be read
 * because they cannot be judged by what is known here.
 */
export async function takeFind(
  rows: Rows,
  found: { readonly find: Find; readonly look: Look },
  parts: TakeParts,
): Promise<ReadonlySet<string>> {
  const { find, look } = found;
  const { id: propertyId, timeZone } = look.property;
  const at = parts.clock.now();
  const changed: SubjectKey[] = [];
  const context: TakeContext = {
    ...parts,
    at,
    today: toLocalDate(at, timeZone),
    noteChange: ({ reservationId, guestId }) => changed.push({ propertyId, reservationId, guestId }),
  };
  const unknown = await take(rows, { propertyId, find }, context);
  await noteUnannounced(rows, { changed, look }, at);
  const handling = parts.driftFor(propertyId);
  const { startedAt: readSince } = look;
  if (handling !== undefined) {
    await noteDrift(rows, find, { propertyId, readSince, at, handling, metrics: parts.metrics });
  }
  return unknown;
}

async function take(
  rows: Rows,
  { propertyId, find }: { readonly propertyId: string; readonly find: Find },
  context: TakeContext,
): Promise<ReadonlySet<string>> {
  switch (find.kind) {
    case 'reservations':
      await takeReservations(rows, find.snapshots, context);
      return new Set();
    case 'guests':
      return takeGuestChanges(rows, { propertyId, changes: find.changes }, context);
  }
}

/** An event may still be under way: whether it was a gap is judged later. */
export async function noteUnannounced(
  rows: Rows,
  { changed, look }: { readonly changed: readonly SubjectKey[]; readonly look: Look },
  foundAt: Instant,
): Promise<void> {
  const { announcements, foundBy } = look;
  if (announcements === undefined) return;
  const { since: announcedSince, named } = announcements;
  const unannounced = changed.filter((key) => !isAnnounced(key, named));
  await rows.syncStates.addUnannounced(unannounced.map((key) => ({ ...key, foundBy, foundAt, announcedSince })));
}
