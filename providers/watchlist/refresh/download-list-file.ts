import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
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
  const { 'content-length': length, 'content-type': type, 'content-encoding': encoding } = answer.headers;
  if (Number(length) > maxBytes) throw new RefreshError('too_large', { maxBytes });
  if (/^\s*text\/html\b/i.test(type ?? '')) throw new RefreshError('not_a_list', { found: 'html' });
  if (encoding !== undefined && encoding !== 'identity')
    throw new RefreshError('wrong_encoding', { found: 'compressed' });
}

async function save(answer: HttpAnswer, { path, maxBytes }: Download, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'w');
  try {
    for await (const chunk of arriving(answer, signal)) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new RefreshError('too_large', { maxBytes });
      hash.update(chunk);
      await file.write(chunk);
    }
  } finally {
    await file.close();
  }
  const announced = answer.headers['content-length'];
  if (announced !== undefined && Number(announced) !== bytes) throw new RefreshError('truncated', { bytes });
  return hash.digest('hex');
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
