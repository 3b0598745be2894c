import type { GivenPerson } from '../domain/profile/card.ts';
import type { BindingRule, Trait } from '../domain/profile/traits.ts';
import type { ScreeningStatus, ShownOutcome } from '../domain/screening.ts';
import type { Instant, LocalDate, Subject } from '../domain/subject.ts';

/** Where cards are kept together: the id of a property, or `group:` and the name of a group that shares its cards. */
export type ProfileScope = string;

/** The id that the PMS gives a person in one property. */
export type GuestKey = Pick<Subject, 'propertyId' | 'guestId'>;

export interface PersonTraits {
  readonly scope: ProfileScope;
  readonly traits: readonly Trait[];
  readonly birthDate?: LocalDate;
  readonly at: Instant;
}

/** Why somebody is on a card; `first`: it began with this one. */
export type MemberReason = 'first' | BindingRule | 'merged';

/** A guest of the PMS, or what staff wrote down of a person; a card stands for one or more. */
export interface ProfileMember {
  readonly propertyId: string;
  readonly guestId?: string;
  readonly because: MemberReason;
  readonly since: Instant;
  readonly isForgotten: boolean;
  /** Only without a guest id. */
  readonly person?: GivenPerson;
}

export interface ProfileStay {
  readonly subject: Subject;
  /** When its first screening began. */
  readonly firstSeenAt?: Instant;
  readonly screening?: {
    readonly id: string;
    readonly status: ScreeningStatus;
    readonly outcome?: ShownOutcome;
    readonly updatedAt: Instant;
  };
}

export interface ProfileNote {
  readonly id: string;
  readonly kind: 'note' | 'warning';
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
  readonly withdrawn?: { readonly by: string; readonly at: Instant; readonly reason: string };
}

export type ProfileLinkKind = 'family' | 'travels_with' | 'colleague' | 'guardian';

export interface ProfileLink {
  readonly id: string;
  readonly kind: ProfileLinkKind;
  /** The other card, as it is now. */
  readonly profileId: string;
  readonly note?: string;
  readonly by: string;
  readonly at: Instant;
}

/** A card that people put into another one. */
export interface ProfileMerge {
  readonly id: string;
  readonly profileId: string;
  readonly by: string;
  readonly at: Instant;
  readonly reason?: string;
}

/** One person as a card shows it. The id is that of the card that others were merged into. */
export interface Profile {
  readonly id: string;
  readonly scope: ProfileScope;
  /** Counts what people change, from 1. */
  readonly version: number;
  readonly createdAt: Instant;
  readonly isWarned: boolean;
  readonly members: readonly ProfileMember[];
}

export interface ProfileSummary extends Profile {
  readonly stays: number;
  /** The newest by arrival. */
  readonly lastStay?: ProfileStay;
}

export interface ProfileListQuery {
  readonly scope: ProfileScope;
  /** Whose guests are searched: all that share the scope. */
  readonly propertyIds: readonly string[];
  /** Terms from `toSearchQuery`; every one must be found. */
  readonly terms?: readonly string[];
  readonly warnedOnly?: boolean;
  readonly limit: number;
  /** Of the page before. */
  readonly after?: ProfilePosition;
}

/** Where a page ended: among what staff wrote down, or among guests of the PMS. */
export interface ProfilePosition {
  readonly part: 'staff' | 'pms';
  readonly no: number;
}

export interface ProfileListItem {
  readonly summary: ProfileSummary;
  readonly position: ProfilePosition;
}

/** Two cards that share something by which people can be recognised; which comes out when they are compared. */
export interface ProfilePairs {
  readonly pairs: readonly (readonly [one: string, other: string])[];
  /** Absent where all have been looked at. */
  readonly next?: string;
}

export interface Said {
  readonly by: string;
  readonly at: Instant;
}

/**
 * One card per person. Within a transaction, or outside of one. Ids of cards that were merged stand for the card that they
 * are in. What names a card of another scope throws `profile_unknown`.
 *
 * Nothing moves when cards are merged: each keeps what is its own, and the card that is shown is all of them together. So a
 * merge can be undone as it was, in any order.
 */
export interface ProfileRepository {
  /**
   * Puts a guest on a card: the one that it is on already, one that its traits lead to, or a new one. A guest that is alone on a
   * card that nobody has touched moves where news of it leads to another card.
   */
  bind(guest: GuestKey, person: PersonTraits): Promise<void>;
  /** The PMS says that a guest lives on under another id: its card goes with it. Two cards stay two where one was touched. */
  follow(guest: GuestKey, into: string, at: Instant): Promise<void>;
  /** Answers the id of the card. */
  create(given: NewPerson): Promise<string>;
  /** Throws `profile_changed` where `version` is not the card's. */
  edit(profileId: string, edited: NewPerson & { readonly version: number }): Promise<void>;
  find(scope: ProfileScope, profileId: string): Promise<Profile | undefined>;
  /** Throws `profile_unknown`. */
  get(scope: ProfileScope, profileId: string): Promise<Profile>;
  findByGuest(guest: GuestKey): Promise<Profile | undefined>;
  /** Of the same card, without reading it. */
  findIdByGuest(guest: GuestKey): Promise<string | undefined>;
  list(query: ProfileListQuery): Promise<readonly ProfileListItem[]>;
  /** Of these cards, in this order; what is not there is left out. */
  listSummaries(scope: ProfileScope, profileIds: readonly string[]): Promise<readonly ProfileSummary[]>;
  /** Newest by arrival first. */
  listStays(
    profileId: string,
    limit: number,
  ): Promise<{ readonly stays: readonly ProfileStay[]; readonly total: number }>;
  /** What staff wrote down, newest first. */
  listGiven(profileId: string): Promise<readonly { readonly propertyId: string; readonly person: GivenPerson }[]>;
  listNotes(profileId: string): Promise<readonly ProfileNote[]>;
  listLinks(profileId: string): Promise<readonly ProfileLink[]>;
  listMerges(profileId: string): Promise<readonly ProfileMerge[]>;
  /** Of a card that was merged, as it was called by itself; empty where nothing is known of it. */
  findOwnName(profileId: string): Promise<string>;
  addNote(profileId: string, note: Omit<ProfileNote, 'withdrawn'>): Promise<void>;
  /** Answers what it was. Throws `profile_note_unknown` where there is none on the card that stands. */
  withdrawNote(profileId: string, noteId: string, said: Said & { readonly reason: string }): Promise<ProfileNote>;
  /** Throws `request_invalid` for a card and itself. */
  link(profileId: string, link: Omit<ProfileLink, 'profileId'> & { readonly otherId: string }): Promise<void>;
  /** `false` where there is none. */
  unlink(profileId: string, linkId: string): Promise<boolean>;
  /** Throws `profile_changed` where either is not as its version says, and `request_invalid` for a card and itself. */
  merge(merge: NewMerge): Promise<void>;
  /** Answers the id of the card that came out. Throws `profile_changed` where it is out, or the version is another. */
  undoMerge(profileId: string, undo: Said & { readonly mergeId: string; readonly version: number }): Promise<string>;
  /** Answers the id of the new card. Throws `profile_changed`, and `profile_unknown` where the guest is not on the card. */
  split(profileId: string, split: Said & { readonly guest: GuestKey; readonly version: number }): Promise<string>;
  tellApart(profileId: string, said: Said & { readonly otherId: string; readonly reason?: string }): Promise<void>;
  /** Cards that share traits with this one and were not told apart from it, at most `limit`. */
  listAlike(profileId: string, traits: readonly Trait[], limit: number): Promise<readonly string[]>;
  /** Cards that share a reservation with this one. */
  listCompanions(profileId: string, limit: number): Promise<readonly string[]>;
  listPairs(query: {
    readonly scope: ProfileScope;
    readonly limit: number;
    readonly after?: string;
  }): Promise<ProfilePairs>;
  /** Of the next `limit` subjects, those whose guests are on no card of the scope. */
  listUnbound(query: UnboundQuery): Promise<UnboundPage>;
  /** Removes what is known of a guest, and what people wrote on the card where it holds nobody else. */
  forgetGuest(propertyId: string, guestId: string): Promise<void>;
  /** With all cards in it. Throws `profile_changed`, and `profile_has_guests` where a guest of the PMS is or was on it. */
  erase(profileId: string, version: number): Promise<void>;
}

export interface NewPerson {
  readonly propertyId: string;
  readonly person: GivenPerson;
  readonly traits: PersonTraits;
  /** What it can be found by; see search-terms.ts. */
  readonly terms: readonly string[];
}

export interface NewMerge extends Said {
  readonly id: string;
  readonly intoId: string;
  readonly intoVersion: number;
  readonly otherId: string;
  readonly otherVersion: number;
  readonly reason?: string;
}

export interface UnboundQuery {
  readonly propertyId: string;
  /** Where its cards are kept now. */
  readonly scope: ProfileScope;
  readonly afterNo: number;
  readonly limit: number;
}

export interface UnboundPage {
  readonly subjects: readonly Subject[];
  /** Where the next page begins; absent after the last. */
  readonly nextNo?: number;
}
