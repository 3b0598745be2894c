import type { EraseProfile } from '../../screening/profiles/erase-profile.ts';
import type { LinkProfiles, UnlinkProfiles } from '../../screening/profiles/link-profiles.ts';
import type { ListProfiles } from '../../screening/profiles/list-profiles.ts';
import type { MergeProfiles, SplitProfile, TellApart, UndoMerge } from '../../screening/profiles/merge-profiles.ts';
import type { AddNote, WithdrawNote } from '../../screening/profiles/note-profile.ts';
import type { ReadCard } from '../../screening/profiles/read-card.ts';
import type { ListDuplicates, SuggestProfiles } from '../../screening/profiles/suggest-profiles.ts';
import type { CreateProfile, EditPerson } from '../../screening/profiles/write-person.ts';

/** What the API knows and asks of guest profiles. */
export interface ProfileHttpParts {
  readonly list: ListProfiles;
  readonly read: ReadCard;
  readonly create: CreateProfile;
  readonly edit: EditPerson;
  readonly erase: EraseProfile;
  readonly addNote: AddNote;
  readonly withdrawNote: WithdrawNote;
  readonly suggest: SuggestProfiles;
  readonly listDuplicates: ListDuplicates;
  readonly merge: MergeProfiles;
  readonly undo: UndoMerge;
  readonly split: SplitProfile;
  readonly tellApart: TellApart;
  readonly link: LinkProfiles;
  readonly unlink: UnlinkProfiles;
}
