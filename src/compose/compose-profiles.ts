import { setTimeout as delay } from 'node:timers/promises';
import type { Settings } from '../config/environment.ts';
import type { ProfileHttpParts } from '../http/profiles/profile-parts.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobHandlers } from '../ports/jobs.ts';
import type { Store } from '../ports/store.ts';
import { type BindProfile, createBindProfile } from '../screening/profiles/bind-profile.ts';
import { createEraseProfile } from '../screening/profiles/erase-profile.ts';
import { createLinkProfiles } from '../screening/profiles/link-profiles.ts';
import { createListProfiles } from '../screening/profiles/list-profiles.ts';
import { createMergeProfiles } from '../screening/profiles/merge-profiles.ts';
import { createNoteProfile } from '../screening/profiles/note-profile.ts';
import { createReadCard } from '../screening/profiles/read-card.ts';
import { createScreenTroubled, type ScreenTroubled } from '../screening/profiles/screen-troubled.ts';
import { createSuggestProfiles } from '../screening/profiles/suggest-profiles.ts';
import { createTakeStock } from '../screening/profiles/take-stock.ts';
import { createWritePerson } from '../screening/profiles/write-person.ts';
import { createPersonComparison } from './person-comparison.ts';

export interface ComposedProfiles {
  readonly syncing: { readonly bindProfile: BindProfile; readonly screenTroubled: ScreenTroubled };
  readonly handlers: Pick<JobHandlers, 'take-stock'>;
  readonly http: ProfileHttpParts;
}

/** Everything that knows people over their stays. */
export function composeProfiles({
  settings,
  store,
  clock,
}: {
  readonly settings: Pick<Settings, 'properties'>;
  readonly store: Store;
  readonly clock: Clock;
}): ComposedProfiles {
  const people = createPersonComparison(settings);
  const parts = { store, clock, people };
  const bindProfile = createBindProfile(people);
  const notes = createNoteProfile(parts);
  return {
    syncing: { bindProfile, screenTroubled: createScreenTroubled(people) },
    handlers: { 'take-stock': createTakeStock({ ...parts, bindProfile, scopeFor: people.scopeFor, rest }) },
    http: {
      list: createListProfiles(parts),
      read: createReadCard(parts),
      ...createWritePerson(parts),
      erase: createEraseProfile(parts),
      addNote: notes.add,
      withdrawNote: notes.withdraw,
      ...createSuggestProfiles(parts),
      ...createMergeProfiles(parts),
      ...createLinkProfiles(parts),
    },
  };
}

/** Cut short by the signal, as at shutdown. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
