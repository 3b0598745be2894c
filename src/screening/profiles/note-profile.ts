import { randomUUID } from 'node:crypto';
import type { Clock } from '../../ports/clock.ts';
import type { PersonComparison } from '../../ports/person-marks.ts';
import type { ProfileNote } from '../../ports/profiles.ts';
import type { Store } from '../../ports/store.ts';
import { screenCardAgain } from './screen-card.ts';

/** Where a card is looked for, and who asks. */
export interface AboutProfile {
  readonly propertyId: string;
  readonly profileId: string;
  readonly actor: string;
}

/** Throws `profile_unknown`. */
export type AddNote = (about: AboutProfile, note: Pick<ProfileNote, 'kind' | 'text'>) => Promise<void>;

/** Throws `profile_unknown` and `profile_note_unknown`. */
export type WithdrawNote = (
  about: AboutProfile,
  said: { readonly noteId: string; readonly reason: string },
) => Promise<void>;

export interface ProfileParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly people: Pick<PersonComparison, 'scopeFor'>;
}

/** A warning makes the guest one who is not verified until it is lifted, at every booking. */
export function createNoteProfile({ store, clock, people }: ProfileParts): {
  readonly add: AddNote;
  readonly withdraw: WithdrawNote;
} {
  return {
    add: ({ propertyId, profileId, actor }, { kind, text }) =>
      store.transaction(async (rows) => {
        const at = clock.now();
        const { id } = await rows.profiles.get(people.scopeFor(propertyId), profileId);
        await rows.profiles.addNote(id, { id: randomUUID(), kind, text, by: actor, at });
        if (kind === 'warning') await screenCardAgain(rows, id, { at, actor });
      }),
    withdraw: ({ propertyId, profileId, actor }, { noteId, reason }) =>
      store.transaction(async (rows) => {
        const at = clock.now();
        const { id } = await rows.profiles.get(people.scopeFor(propertyId), profileId);
        const { kind } = await rows.profiles.withdrawNote(id, noteId, { by: actor, at, reason });
        if (kind === 'warning') await screenCardAgain(rows, id, { at, actor });
      }),
  };
}
