import type { Generated } from 'kysely';
import type { MemberReason, ProfileLinkKind, ProfileNote } from '../../ports/profiles.ts';
import type { Flag, KeyedDigest, Sealed } from '../column-kinds.ts';

export interface ProfileTables {
  readonly profile: ProfileTable;
  readonly profile_member: ProfileMemberTable;
  readonly profile_key: ProfileKeyTable;
  readonly profile_search: ProfileSearchTable;
  readonly profile_note: ProfileNoteTable;
  readonly profile_link: ProfileLinkTable;
  readonly profile_merge: ProfileMergeTable;
  readonly profile_apart: ProfileApartTable;
}

/** Merged cards make a tree: what is shown is a root with all below it. */
export interface ProfileTable {
  readonly no: Generated<number>;
  readonly id: string;
  readonly scope: string;
  /** The card that it was put into; null for one that is shown. */
  readonly parent_no: number | null;
  /** The card that it is shown on; null for itself. */
  readonly root_no: number | null;
  readonly version: number;
  readonly created_at: string;
}

export interface ProfileMemberTable {
  readonly no: Generated<number>;
  readonly profile_no: number;
  readonly property_id: string;
  /** Null for what staff wrote down. */
  readonly guest_id: string | null;
  readonly because: MemberReason;
  readonly since: string;
  readonly is_forgotten: Flag;
  readonly birth_digest: KeyedDigest | null;
  /** All its rows in `profile_key`, one after the other. */
  readonly key_digests: Uint8Array;
  /** Only of what staff wrote down. */
  readonly sealed_person: Sealed | null;
}

export interface ProfileKeyTable {
  readonly scope: string;
  readonly digest: KeyedDigest;
  readonly member_no: number;
}

/** By what those are found whom staff wrote down; guests of the PMS are found by `subject_search`. */
export interface ProfileSearchTable {
  readonly scope: string;
  readonly digest: KeyedDigest;
  readonly member_no: number;
}

export interface ProfileNoteTable {
  readonly no: Generated<number>;
  readonly id: string;
  readonly profile_no: number;
  readonly kind: ProfileNote['kind'];
  readonly at: string;
  readonly withdrawn_at: string | null;
  readonly sealed_note: Sealed;
}

export interface ProfileLinkTable {
  readonly no: Generated<number>;
  readonly id: string;
  readonly one_no: number;
  readonly other_no: number;
  readonly kind: ProfileLinkKind;
  readonly at: string;
  readonly sealed_link: Sealed;
}

export interface ProfileMergeTable {
  readonly no: Generated<number>;
  readonly id: string;
  readonly from_no: number;
  readonly at: string;
  readonly undone_at: string | null;
  readonly sealed_merge: Sealed;
}

/** Cards that a person said are of different people; the lower number first. */
export interface ProfileApartTable {
  readonly one_no: number;
  readonly other_no: number;
  readonly at: string;
  readonly sealed_said: Sealed;
}
