import { createHash } from 'node:crypto';
import { renameSync, readFileSync, writeFileSync } from 'node:fs';
import type { MatchIndex } from './match-index.ts';

/** Why a snapshot was not loaded; the list is then read again. */
export class SnapshotError extends Error {
  readonly reason: 'not_a_snapshot' | 'other_version' | 'corrupt';

  constructor(reason: SnapshotError['reason'], options?: ErrorOptions) {
    super(`The watchlist snapshot cannot be used: ${reason}`, options);
    this.name = 'SnapshotError';
    this.reason = reason;
  }
}

const MAGIC = 'GSWATCH\n';
/** Raised with every change of how names are read, weighed or laid out: an older index would score otherwise. */
export const SNAPSHOT_VERSION = 6;
const PREFIX_BYTES = 16;
const DIGEST_BYTES = 32;
const ALIGNMENT = 8;
const ARRAYS = { Uint8Array, Uint16Array, Uint32Array } as const;
type ArrayName = keyof typeof ARRAYS;

/** The place of an array in the payload, or a number as it is, or a nested table. */
type Layout =
  | { readonly [field: string]: Layout }
  | number
  | { readonly array: ArrayName; readonly start: number; readonly length: number };

/**
 * Writes an index to a file, atomically. Format: magic, version and header length (32 bits each), header (JSON layout),
 * payload (typed arrays, little-endian, 8-byte aligned), SHA-256 of all before it.
 */
export function saveSnapshot(index: MatchIndex, file: string): void {
  const bytes = toSnapshot(index);
  const partial = `${file}.partial`;
  writeFileSync(partial, bytes);
  renameSync(partial, file);
}

/** Reads an index back, without copying its arrays. Throws `SnapshotError` on anything but a whole snapshot of this version. */
export function loadSnapshot(file: string): MatchIndex {
  return fromSnapshot(readFileSync(file));
}

export function toSnapshot(index: MatchIndex): Buffer {
  const arrays: Uint8Array[] = [];
  let length = 0;
  const layOut = (value: unknown): Layout => {
    if (typeof value === 'number') return value;
    if (value instanceof Uint8Array || value instanceof Uint16Array || value instanceof Uint32Array) {
      const start = length;
      const padded = new Uint8Array(align(value.byteLength));
      padded.set(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      arrays.push(padded);
      length += padded.length;
      return { array: value.constructor.name as ArrayName, start, length: value.length };
    }
    return Object.fromEntries(Object.entries(value as object).map(([field, inner]) => [field, layOut(inner)]));
  };
  const layout = JSON.stringify(layOut(index));
  const header = Buffer.from(layout.padEnd(align(Buffer.byteLength(layout))));
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.write(MAGIC, 'latin1');
  prefix.writeUInt32LE(SNAPSHOT_VERSION, MAGIC.length);
  prefix.writeUInt32LE(header.length, MAGIC.length + 4);
  const content = Buffer.concat([prefix, header, ...arrays]);
  return Buffer.concat([content, digestOf(content)]);
}

export function fromSnapshot(file: Buffer): MatchIndex {
  if (file.length < PREFIX_BYTES + DIGEST_BYTES || file.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new SnapshotError('not_a_snapshot');
  }
  if (file.readUInt32LE(MAGIC.length) !== SNAPSHOT_VERSION) throw new SnapshotError('other_version');
  const bytes = aligned(file);
  const content = bytes.subarray(0, bytes.length - DIGEST_BYTES);
  if (!digestOf(content).equals(bytes.subarray(content.length))) throw new SnapshotError('corrupt');
  const headerLength = content.readUInt32LE(MAGIC.length + 4);
  const layout = JSON.parse(content.toString('utf8', PREFIX_BYTES, PREFIX_BYTES + headerLength)) as Layout;
  return restore(layout, content.subarray(PREFIX_BYTES + headerLength)) as MatchIndex;
}

function restore(layout: Layout, payload: Buffer): unknown {
  if (typeof layout === 'number') return layout;
  if (isArray(layout))
    return new ARRAYS[layout.array](payload.buffer as ArrayBuffer, payload.byteOffset + layout.start, layout.length);
  return Object.fromEntries(Object.entries(layout).map(([field, inner]) => [field, restore(inner, payload)]));
}

function isArray(layout: object): layout is { array: ArrayName; start: number; length: number } {
  return 'array' in layout;
}

/** Views of 16 and 32 bits need an aligned buffer, which pooled reads of small files are not. */
function aligned(file: Buffer): Buffer {
  return file.byteOffset % ALIGNMENT === 0 ? file : Buffer.from(Uint8Array.from(file).buffer);
}

function align(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
