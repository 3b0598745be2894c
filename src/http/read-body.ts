import type { IncomingMessage } from 'node:http';
import { ServiceError } from '../domain/errors.ts';
import { InvalidRequest } from './problems/invalid-request.ts';

/** How much more than the limit is read and thrown away, so that a caller who is still sending can read our answer. */
const discardedBytes = 4 * 1024 * 1024;

/**
 * The body as it came. Throws `body_too_large` beyond the limit, `content_type_unsupported` for a compressed one and
 * `request_invalid` for one that was cut off. It stands in for express.raw, whose failures have no codes of ours.
 */
export function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') {
      reject(new ServiceError('content_type_unsupported'));
      return;
    }
    const tooLarge = () => reject(new ServiceError('body_too_large', { limitBytes }));
    let chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limitBytes) chunks.push(chunk);
      else chunks = [];
      if (length > limitBytes + discardedBytes) tooLarge();
    });
    request.on('end', () => {
      if (length > limitBytes) tooLarge();
      else resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
    });
    const cutOff = () => reject(new InvalidRequest([{ path: '', message: 'was cut off' }]));
    // The caller may have gone while the address was looked up: then no event tells of it any more.
    if (request.destroyed) cutOff();
    // It closes after every request: an error for each would be the most costly thing here.
    request.on('close', () => !request.complete && cutOff());
    request.on('error', cutOff);
  });
}
