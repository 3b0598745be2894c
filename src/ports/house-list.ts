import type { HouseListState, HouseListStep } from '../domain/house-list-steps.ts';
import type { Instant, LocalDate } from '../domain/subject.ts';

export type HouseListKind = 'ban' | 'trust';

/** What a property knows of a person that it bans or trusts. At least one of names, emails, phones and documents. */
export interface HouseListPerson {
  readonly kind: HouseListKind;
  readonly names: readonly string[];
  readonly emails: readonly string[];
  /** In any usual spelling; international where it does not belong to the property's country. */
  readonly phones: readonly string[];
  readonly documentNumbers: readonly string[];
  readonly birthDate?: LocalDate;
  /** Why, in the property's words. */
  readonly reason: string;
  readonly validUntil?: LocalDate;
}

export interface HouseListEntry extends HouseListPerson {
  readonly id: string;
  readonly propertyId: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly state: HouseListState;
  /** What people did with it, oldest first. */
  readonly steps: readonly HouseListStep[];
}

export interface HouseListPageQuery {
  /** Default: entries in any state. */
  readonly state?: HouseListState;
  readonly limit: number;
  /** The last entry of the page before; it may have been removed since. */
  readonly after?: Pick<HouseListEntry, 'id' | 'createdAt'>;
}

export type HouseListKeyKind = 'name' | 'email' | 'phone' | 'document';

/** Something comparable, already normalised. The store keeps its keyed digest only. */
export interface HouseListKey {
  readonly kind: HouseListKeyKind;
  readonly value: string;
}

export interface HouseListQuery {
  readonly keys: readonly HouseListKey[];
}

/** An entry that shares at least one key with the query, and which kinds of key they share. */
export interface HouseListMatch {
  readonly entry: HouseListEntry;
  readonly sharedKinds: readonly HouseListKeyKind[];
}

/** Within a transaction, or outside of one. */
export interface HouseListRepository {
  add(entry: HouseListEntry, keys: readonly HouseListKey[]): Promise<void>;
  /** `false` where there is no such entry in this property. */
  remove(propertyId: string, entryId: string): Promise<boolean>;
  /** Only active entries are found, and none after its last day. */
  find(propertyId: string, query: HouseListQuery, today: LocalDate): Promise<readonly HouseListMatch[]>;
  /** Newest first. */
  list(propertyId: string, page: HouseListPageQuery): Promise<readonly HouseListEntry[]>;
  /** Keeps its new state and steps. One that was rejected or ended recognises nobody any more. */
  saveState(entry: HouseListEntry): Promise<void>;
  get(propertyId: string, entryId: string): Promise<HouseListEntry>;
}
