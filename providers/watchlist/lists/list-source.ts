import type { ListFormat } from './list-formats.ts';

/** Where a list comes from, and what it must look like to be believed. */
export interface ListSource {
  readonly listId: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: { readonly name: string; readonly url: string };
  readonly landingPage: string;
  readonly format: ListFormat;
  /** The address of each file by its role in the format; https only. */
  readonly files: Readonly<Record<string, string>>;
  /** Hosts besides the files' own to which their publisher may redirect. */
  readonly redirectHosts: readonly string[];
  /** Per file. */
  readonly maxBytes: number;
  /** Fewer persons than this was never a whole edition; guards the first download, which has nothing to compare with. */
  readonly minPersons: number;
  /** Whether a new installation uses it. */
  readonly isDefault: boolean;
}
