import type { IncomingMessage } from 'node:http';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { ServiceError } from '../../domain/errors.ts';
import { joinDateParts } from '../../pages/form/date-parts.ts';
import { InvalidRequest } from '../problems/invalid-request.ts';

export interface UploadedFile {
  readonly content: Buffer;
  /** More came than was taken in. */
  readonly isTooLarge: boolean;
}

/** What a browser posted. Dates came in three fields and are one here. */
export interface FormBody {
  readonly values: Readonly<Record<string, string>>;
  readonly file?: UploadedFile;
}

export const largestFileBytes = 8 * 1024 * 1024;

// Longer than any field may be: enough for the check of its length to say so beside it.
const limits = { fieldSize: 16 * 1024, fields: 200, files: 1, fileSize: largestFileBytes, parts: 210, headerPairs: 20 };

/** All that is read of a body, most of it thrown away; beyond it nobody types. */
const largestBodyBytes = 24 * 1024 * 1024;

/**
 * Reads both forms that a browser sends. A field that is too long arrives cut, so that it can be shown with what is wrong
 * beside it. Throws `content_type_unsupported`, `body_too_large`, and `request_invalid` for what is broken off or malformed.
 */
export async function readFormBody(request: IncomingMessage): Promise<FormBody> {
  if (Number(request.headers['content-length'] ?? 0) > largestBodyBytes) throw tooLarge();
  const parser = createParser(request);
  const typed = new Map<string, string>();
  const read: { file?: UploadedFile } = {};
  parser.on('field', (name, value) => typed.set(name, value));
  parser.on('file', (_name, stream) => {
    const chunks: Buffer[] = [];
    let isTooLarge = false;
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('limit', () => (isTooLarge = true));
    stream.on('end', () => {
      const content = Buffer.concat(chunks);
      if (content.length > 0) read.file = { content, isTooLarge };
    });
  });
  await pipeWithin(request, parser);
  return { values: joinDates(typed), ...read };
}

function createParser(request: IncomingMessage): BusboyInstance {
  try {
    return new Busboy({ headers: request.headers as BusboyHeaders, limits });
  } catch {
    throw new ServiceError('content_type_unsupported');
  }
}

function pipeWithin(request: IncomingMessage, parser: BusboyInstance): Promise<void> {
  return new Promise((resolve, reject) => {
    let length = 0;
    const malformed = () => reject(new InvalidRequest([{ path: '', message: 'cannot be read as a form' }]));
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > largestBodyBytes) {
        request.unpipe(parser);
        reject(tooLarge());
      }
    });
    request.on('close', () => !request.complete && malformed());
    parser.on('error', malformed);
    parser.on('finish', resolve);
    request.pipe(parser);
  });
}

function tooLarge(): ServiceError {
  return new ServiceError('body_too_large', { limitBytes: largestBodyBytes });
}

const datePart = /^(.+)\.(day|month|year)$/;

function joinDates(typed: ReadonlyMap<string, string>): Record<string, string> {
  const values: Record<string, string> = Object.create(null) as Record<string, string>;
  const dates = new Map<string, { day: string; month: string; year: string }>();
  for (const [name, value] of typed) {
    const [, date, part] = datePart.exec(name) ?? [];
    if (date === undefined || part === undefined) values[name] = value;
    else {
      const parts = dates.get(date) ?? { day: '', month: '', year: '' };
      parts[part as keyof typeof parts] = value;
      dates.set(date, parts);
    }
  }
  for (const [name, parts] of dates) values[name] = joinDateParts(parts);
  return values;
}
