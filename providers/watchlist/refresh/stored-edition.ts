import type { WatchlistEdition } from '../listed-person.ts';
import type { FileValidators } from './request-list-file.ts';

/** What is known of an edition besides its persons. */
export interface EditionMetadata {
  readonly listId: string;
  /** When its bytes were taken, an instant. */
  readonly fetchedAt: string;
  /** When its publisher last confirmed that there is no newer one, an instant; the age of a list counts from here. */
  readonly checkedAt: string;
  readonly publishedOn?: string;
  /** Of the publisher's bytes; of several files, of their digests in the order of their roles. */
  readonly sha256: string;
  readonly count: number;
  readonly readerVersion: number;
  /** By the role of the file. */
  readonly validators: Readonly<Record<string, FileValidators>>;
}

export interface StoredEdition {
  readonly metadata: EditionMetadata;
  readonly edition: WatchlistEdition;
}

/** `damaged` means that a file is there and cannot be used: the next refresh replaces it. */
export type FoundEdition =
  ({ readonly state: 'stored' } & StoredEdition) | { readonly state: 'missing' } | { readonly state: 'damaged' };
