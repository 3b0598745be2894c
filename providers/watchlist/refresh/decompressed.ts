import { Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { RefreshError } from './refresh-error.ts';

const decompressors: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * The bytes of an answer's body as they were before they were compressed. Uncompressed ones are asked for, but storage
 * sends a file as it lies there. Bit by bit, so that whoever reads can stop a small answer that grows without end.
 */
export async function* decompressed(
  chunks: AsyncIterable<Uint8Array>,
  encoding = 'identity',
): AsyncGenerator<Uint8Array> {
  const name = encoding.trim().toLowerCase();
  if (name === 'identity' || name === '') {
    yield* chunks;
    return;
  }
  const create = Object.hasOwn(decompressors, name) ? decompressors[name] : undefined;
  if (create === undefined) throw new RefreshError('wrong_encoding', { found: 'compressed' });
  const decompressor = create();
  const source = Readable.from(chunks);
  source.on('error', (error) => decompressor.destroy(error));
  source.pipe(decompressor);
  try {
    for await (const chunk of decompressor) yield chunk as Uint8Array;
  } catch (error) {
    throw toRefreshError(error);
  } finally {
    source.destroy();
    decompressor.destroy();
  }
}

/** What went wrong on the way goes on as it is. */
function toRefreshError(error: unknown): unknown {
  if (error === null || typeof error !== 'object' || !('code' in error) || !('errno' in error)) return error;
  if (error.code === 'Z_BUF_ERROR') return new RefreshError('truncated');
  return new RefreshError('wrong_encoding', { found: 'compressed' });
}
