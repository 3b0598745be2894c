import { plusMs } from '../../domain/calendar.ts';
import { shortestQuietMs } from '../../domain/silence.ts';
import type { SyncState, SyncStateRepository } from '../../ports/sync-states.ts';
import { toPresent } from '../present.ts';
import type { RowParts } from '../row-parts.ts';
import { createSyncStateStatements, type SyncStateRow } from './sync-state-statements.ts';
import { createUnannounced } from './unannounced.ts';

/** How exactly the last event is known: a burst is noted once. */
const eventGrainMs = 10_000;

export function createSyncStates(parts: RowParts): SyncStateRepository {
  const { syncStates: known } = parts.memory;
  const statements = createSyncStateStatements(parts);

  const find = async (propertyId: string): Promise<SyncState | undefined> => {
    const remembered = known.get(propertyId);
    if (remembered !== undefined) return remembered;
    const [row] = await statements.find({ propertyId });
    if (row === undefined) return undefined;
    const state = toSyncState(row);
    known.set(propertyId, state);
    return state;
  };
  const change = async (propertyId: string, carryOut: () => Promise<unknown>): Promise<void> => {
    await carryOut();
    known.delete(propertyId);
  };

  return {
    find,
    list: async () => (await statements.list({})).map(toSyncState),
    async noteEvents(propertyId, { firstAt, lastAt }) {
      const before = (await find(propertyId)) ?? toFirstState(propertyId, firstAt);
      if (isNotedAlready(before, lastAt)) return before;
      const { lastEventAt: since } = before;
      await change(propertyId, () => statements.noteEvents({ propertyId, firstAt, lastAt }));
      if (since !== undefined && plusMs(since, shortestQuietMs) <= firstAt) {
        await statements.addQuietGap({ propertyId, since, until: firstAt });
      }
      return before;
    },
    noteSynced: (propertyId, { startedAt, at }) =>
      change(propertyId, () => statements.noteSynced({ propertyId, startedAt, at })),
    noteSwept: (propertyId, at) => change(propertyId, () => statements.noteSwept({ propertyId, at })),
    noteSilence: (propertyId, since) =>
      change(propertyId, () => statements.noteSilence({ propertyId, since: since ?? null })),
    listQuietGaps: (propertyId, endedSince) => statements.listQuietGaps({ propertyId, endedSince }),
    async removeQuietGapsBefore(endedBefore) {
      await statements.removeQuietGapsBefore({ endedBefore });
    },
    addGaps: (propertyId, { foundBy, count, at }) =>
      change(propertyId, () =>
        foundBy === 'sync'
          ? statements.addGapsBySync({ propertyId, count, at })
          : statements.addGapsBySweep({ propertyId, count, at }),
      ),
    ...createUnannounced(parts),
  };
}

function isNotedAlready({ unsyncedSince, lastEventAt }: SyncState, at: string): boolean {
  return unsyncedSince !== undefined && lastEventAt !== undefined && at < plusMs(lastEventAt, eventGrainMs);
}

function toFirstState(propertyId: string, watchedSince: string): SyncState {
  return { propertyId, watchedSince, gaps: { sync: { count: 0 }, sweep: { count: 0 } } };
}

function toSyncState(row: SyncStateRow): SyncState {
  const { gapsBySync, gapsBySweep, lastGapBySyncAt, lastGapBySweepAt, ...rest } = row;
  return {
    ...toPresent(rest),
    gaps: {
      sync: toPresent({ count: gapsBySync, lastAt: lastGapBySyncAt }),
      sweep: toPresent({ count: gapsBySweep, lastAt: lastGapBySweepAt }),
    },
  };
}
