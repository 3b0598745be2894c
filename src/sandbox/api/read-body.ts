import express, { type Request, type RequestHandler, type Response as ExpressResponse } from 'express';
import { Refusal } from '../world/refusal.ts';

const readers: readonly RequestHandler[] = [
  express.urlencoded({ extended: true, limit: '1mb' }),
  express.raw({ type: () => true, limit: '20mb' }),
];

/**
 * The fields of a write: a urlencoded form with its brackets resolved, or for `multipart` the form with a file's name
 * in place of the file. Any other body is refused, JSON too.
 */
export async function readForm(
  request: Request,
  response: ExpressResponse,
  { isMultipart }: { isMultipart: boolean },
): Promise<unknown> {
  for (const reader of readers) await runReader(reader, request, response);
  const body = request.body as unknown;
  const type = request.headers['content-type'] ?? '';
  if (isMultipart) {
    if (type.startsWith('multipart/form-data') && Buffer.isBuffer(body)) return readMultipart(body, type);
    throw new Refusal('The body must be multipart/form-data');
  }
  if (!Buffer.isBuffer(body)) return body;
  throw new Refusal('The body must be application/x-www-form-urlencoded');
}

async function runReader(reader: RequestHandler, request: Request, response: ExpressResponse): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    void reader(request, response, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(new Refusal('The body cannot be read'));
    });
  });
}

async function readMultipart(body: Buffer, type: string): Promise<Record<string, string>> {
  try {
    // Deprecated for hostile uploads to a public server; here only our own client uploads, to a sandbox.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    return Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]));
  } catch {
    throw new Refusal('The multipart body cannot be read');
  }
}
