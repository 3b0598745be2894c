import { addAbortSignal, type Readable } from 'node:stream';
import { ProviderHttpError } from '../../ports/provider-http.ts';

/** The text of a stream, unpacked. Throws `too_large` as soon as it is, and reads no further. */
export async function readLimited(
  stream: Readable,
  limits: { readonly largestBytes: number; readonly signal: AbortSignal },
): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop early destroys the stream, and the connection with it.
  for await (const chunk of addAbortSignal(limits.signal, stream) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limits.largestBytes) throw new ProviderHttpError('too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
