import { randomBytes } from 'node:crypto';

export interface SentFile {
  readonly name: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** A body of `multipart/form-data` (RFC 7578), and the content type that goes with it. */
export function toMultipart(form: Readonly<Record<string, string | undefined>>, file: SentFile) {
  const boundary = `guest-screening-${randomBytes(16).toString('hex')}`;
  const texts = Object.entries(form).flatMap(([name, value]) =>
    value === undefined ? [] : [toPart(boundary, `name="${name}"`, ''), value, '\r\n'],
  );
  const about = `name="${file.name}"; filename="${toPlainName(file.fileName)}"`;
  const head = toPart(boundary, about, `Content-Type: ${file.contentType}\r\n`);
  const parts = [...texts, head].map((text) => Buffer.from(text, 'utf8'));
  const body = Buffer.concat([...parts, file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { body, contentType: `multipart/form-data; boundary=${boundary}` };
}

function toPart(boundary: string, about: string, headers: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; ${about}\r\n${headers}\r\n`;
}

/** A name that needs no escaping. */
function toPlainName(fileName: string): string {
  return fileName.replace(/[^\w.-]/g, '_');
}
