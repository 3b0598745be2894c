import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import type { Answer } from './route.ts';
import { toContent, writeAnswer, writeContent } from './write-answer.ts';

const pack = promisify(gzip);

/** What is shorter fits a packet as it is. */
const leastBytes = 1_400;
/** HEAD tells what GET would: Node leaves the body out. */
const readings: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Writes an answer, packed where it is long and its reader takes gzip: a night's arrivals become a tenth, over a hotel's
 * network. Only readings are packed. What answers a change may hold a token or a link that is shown once, and the length of
 * packed text tells of it to whoever can mix in text of their own and ask often (BREACH). Readings repeat nothing of what
 * was asked for. Events, webhooks and files are written elsewhere, and as they are. An `ETag` stays: it names a version of
 * the thing, and is compared alone.
 */
export async function writePacked(request: Request, response: Response, answer: Answer): Promise<void> {
  const { content, contentType } = toContent(answer);
  const isLong = content !== undefined && Buffer.byteLength(content) >= leastBytes;
  if (!readings.has(request.method) || answer.status !== 200 || !isLong) {
    writeAnswer(response, answer);
    return;
  }
  const headers = { ...answer.headers, Vary: 'Accept-Encoding' };
  if (request.acceptsEncodings('gzip', 'identity') !== 'gzip')
    writeContent(response, { ...answer, headers }, { content, contentType });
  else {
    const packed = { ...answer, headers: { ...headers, 'Content-Encoding': 'gzip' } };
    writeContent(response, packed, { content: await pack(content), contentType });
  }
}
