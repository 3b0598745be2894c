import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { ListFileError } from './list-file-error.ts';
import type { ListFile } from './list-reader.ts';

export interface DecodeOptions {
  readonly maxBytes: number;
  /** What the publisher uses where a file is not UTF-8 and says nothing else. Without it, such a file is refused. */
  readonly fallback?: 'windows-1252';
}

/** Enough to hold a byte order mark, an XML declaration and the first words of an HTML page. */
const headBytes = 512;
const htmlStart = /^\s*(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i;
const declaredEncoding = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/;

/**
 * Bytes to text, piece by piece: UTF-8 and UTF-16 with or without a byte order mark, the encoding that an XML
 * declaration names, or the fallback. Fails with `empty`, `not_a_list` (HTML), `wrong_encoding` or `too_large`.
 */
export async function* decodeText(file: ListFile, options: DecodeOptions): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let started = false;
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of withinLimit(file, options.maxBytes)) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    if (!started && pending.length < headBytes) continue;
    if (!started) decoder = decoderFromHead(pending);
    const tail = decoder ? 0 : incompleteTail(pending);
    const ready = pending.subarray(0, pending.length - tail);
    pending = pending.subarray(pending.length - tail);
    decoder ??= decoderFromContent(ready, options);
    const text = decode(ready, decoder);
    if (!started) refuseHtml(text);
    started = true;
    yield text;
  }
  decoder ??= started ? undefined : decoderFromHead(pending);
  decoder ??= decoderFromContent(pending, options);
  const rest = decode(pending, decoder) + flush(decoder);
  if (!started) refuseHtml(rest);
  if (!started && rest.trim() === '') throw new ListFileError('empty');
  yield rest;
}

async function* withinLimit(file: ListFile, maxBytes: number): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of file) {
    total += chunk.length;
    if (total > maxBytes) throw new ListFileError('too_large', { maxBytes });
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  }
}

/** How gzip, zip, bzip2, xz and zstd files start. */
const packedStarts = ['1f8b', '504b0304', '425a68', 'fd377a585a', '28b52ffd'];

function decoderFromHead(head: Buffer): TextDecoder | undefined {
  const start = head.subarray(0, 5).toString('hex');
  if (packedStarts.some((packed) => start.startsWith(packed))) {
    throw new ListFileError('wrong_encoding', { found: 'compressed' });
  }
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return new TextDecoder('utf-8', { fatal: true });
  if (head.length > 1 && head[1] === 0) return new TextDecoder('utf-16le', { fatal: true });
  if (head.length > 1 && head[0] === 0) return new TextDecoder('utf-16be', { fatal: true });
  const label = declaredEncoding.exec(head.toString('latin1'))?.[1];
  if (label === undefined) return undefined;
  if (/^utf-?16/i.test(label)) throw new ListFileError('wrong_encoding');
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new ListFileError('wrong_encoding');
  }
}

/** Undecided while all is ASCII; the first other byte decides. */
function decoderFromContent(ready: Buffer, options: DecodeOptions): TextDecoder | undefined {
  if (isAscii(ready)) return undefined;
  if (isUtf8(ready)) return new TextDecoder('utf-8', { fatal: true });
  if (options.fallback === undefined) throw new ListFileError('wrong_encoding');
  return new TextDecoder(options.fallback);
}

/** How many bytes at the end may be the start of a UTF-8 character that the next piece completes. */
function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back;
  }
  return 0;
}

function decode(bytes: Buffer, decoder: TextDecoder | undefined): string {
  const text = decoder ? decodeWith(decoder, bytes) : bytes.toString('latin1');
  if (text.includes('\0')) throw new ListFileError('wrong_encoding');
  return text;
}

function decodeWith(decoder: TextDecoder, bytes: Buffer): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    throw new ListFileError('wrong_encoding');
  }
}

/** A file that stops within a character was cut off. */
function flush(decoder: TextDecoder | undefined): string {
  try {
    return decoder?.decode() ?? '';
  } catch {
    throw new ListFileError('truncated');
  }
}

function refuseHtml(text: string): void {
  if (htmlStart.test(text)) throw new ListFileError('not_a_list', { found: 'html' });
}
