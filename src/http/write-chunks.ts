import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from './route.ts';
import { protectiveHeaders } from './write-answer.ts';

/** An answer that is written as it is made. Rejects where it breaks off on our side; a caller who leaves is no failure. */
export async function writeChunks(
  response: ServerResponse,
  { status, headers, chunks }: Answer & { readonly chunks: AsyncIterable<string> },
): Promise<void> {
  response.writeHead(status, { ...protectiveHeaders, ...headers });
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.from(chunks, { objectMode: true, highWaterMark: 1 }), response);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
