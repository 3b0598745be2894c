import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { decompressed } from './decompressed.ts';
import type { HttpAnswer, HttpGet } from './http-get.ts';
import { RefreshError } from './refresh-error.ts';
import { requestListFile } from './request-list-file.ts';
import type { FileValidators, ListFileRequest } from './request-list-file.ts';
import { itemsWithinDeadline } from './within-deadline.ts';

export interface Download extends ListFileRequest {
  /** Where the bytes go. */
  readonly path: string;
  readonly maxBytes: number;
}

export type DownloadResult =
  | { readonly state: 'unchanged' }
  | { readonly state: 'downloaded'; readonly sha256: string; readonly validators: FileValidators };

/**
 * Takes a file to disk, unless its publisher says that it has not changed. Stops as soon as it is larger than allowed,
 * and is `truncated` where fewer bytes came than were announced.
 */
export async function downloadListFile(
  download: Download,
  httpGet: HttpGet,
  signal: AbortSignal,
): Promise<DownloadResult> {
  const answer = await requestListFile(download, httpGet, signal);
  try {
    if (answer.status === 304) return { state: 'unchanged' };
    const { etag, 'last-modified': lastModified } = answer.headers;
    refuseByHead(answer, download.maxBytes);
    const sha256 = await save(answer, download, signal);
    const validators = { ...(etag && { etag }), ...(lastModified && { lastModified }) };
    return { state: 'downloaded', sha256, validators };
  } finally {
    answer.discard();
  }
}

function refuseByHead(answer: HttpAnswer, maxBytes: number): void {
  const { 'content-length': length, 'content-type': type } = answer.headers;
  if (Number(length) > maxBytes) throw new RefreshError('too_large', { maxBytes });
  if (/^\s*text\/html\b/i.test(type ?? '')) throw new RefreshError('not_a_list', { found: 'html' });
}

/** What was announced counts the bytes on the way, what is allowed those of the list. */
async function save(answer: HttpAnswer, { path, maxBytes }: Download, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const { 'content-length': announced, 'content-encoding': encoding } = answer.headers;
  const arrived = { bytes: 0 };
  let bytes = 0;
  const file = await open(path, 'w');
  try {
    for await (const chunk of decompressed(counted(arriving(answer, signal), arrived), encoding)) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new RefreshError('too_large', { maxBytes });
      hash.update(chunk);
      await file.write(chunk);
    }
  } finally {
    await file.close();
  }
  if (announced !== undefined && Number(announced) !== arrived.bytes) {
    throw new RefreshError('truncated', { bytes: arrived.bytes });
  }
  return hash.digest('hex');
}

async function* counted(chunks: AsyncIterable<Uint8Array>, count: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count.bytes += chunk.length;
    yield chunk;
  }
}

/** A connection that ends before its body did cut the file off. */
async function* arriving(answer: HttpAnswer, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    yield* itemsWithinDeadline(answer.body, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new RefreshError('truncated', { found: 'connection_lost' }, error);
  }
}
