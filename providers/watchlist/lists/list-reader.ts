import { getHeapStatistics } from 'node:v8';
import type { WatchlistEdition } from '../listed-person.ts';

/** The bytes of one file, in pieces of any size; from the start whenever they are asked for, as some files are read twice. */
export type ListFile = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The files of one list by the role that its format gives them; a single file is called `main`. */
export type ListFiles = Readonly<Record<string, ListFile>>;

export interface ReadContext {
  readonly listId: string;
  /** Per file; the reader stops there with `too_large`. Default 512 MiB. */
  readonly maxBytes?: number;
  /** More persons than this are `too_large` as well: each takes far more memory than its line. Default `toMaxPersons` of this process. */
  readonly maxPersons?: number;
}

/** Reads natural persons only. Fails with a `ListFileError`; what it returned may be used. */
export type ListReader = (files: ListFiles, context: ReadContext) => Promise<WatchlistEdition>;

export const defaultMaxBytes = 512 * 1024 * 1024;
const mostPersons = 500_000;
/** Measured: 2.7 kB a person while a list is read, and what lists and service take beside. */
const bytesPerPerson = 4_000;
const bytesBeside = 200e6;

/** How many persons can be read by a process whose heap may grow to so many bytes, without its dying of it. */
export function toMaxPersons(heapLimitBytes: number): number {
  return Math.min(mostPersons, Math.max(0, Math.floor((heapLimitBytes - bytesBeside) / bytesPerPerson)));
}

export function getMaxPersons(): number {
  return toMaxPersons(getHeapStatistics().heap_size_limit);
}

/** The file in a role that the format cannot do without; a missing one is a mistake of the caller. */
export function getFile(files: ListFiles, role = 'main'): ListFile {
  const file = files[role];
  if (file === undefined) throw new Error(`the list's file in the role ${role} is missing`);
  return file;
}
