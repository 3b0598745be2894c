import type { WatchlistEdition } from '../listed-person.ts';

/** The bytes of one file, in pieces of any size. Read once. */
export type ListFile = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The files of one list by the role that its format gives them; a single file is called `main`. */
export type ListFiles = Readonly<Record<string, ListFile>>;

export interface ReadContext {
  readonly listId: string;
  /** Per file; the reader stops there with `too_large`. Default 512 MiB. */
  readonly maxBytes?: number;
}

/** Reads natural persons only. Fails with a `ListFileError`; what it returned may be used. */
export type ListReader = (files: ListFiles, context: ReadContext) => Promise<WatchlistEdition>;

export const defaultMaxBytes = 512 * 1024 * 1024;

/** The file in a role that the format cannot do without; a missing one is a mistake of the caller. */
export function getFile(files: ListFiles, role = 'main'): ListFile {
  const file = files[role];
  if (file === undefined) throw new Error(`the list's file in the role ${role} is missing`);
  return file;
}
