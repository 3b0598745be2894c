import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';

/** Exit codes of the command line, as `sysexits.h` numbers them. */
export const EXIT_CODES = { usage: 64, badData: 65, noInput: 66 } as const;

/** What the person at the command line got wrong; the message says what and where, in one line. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(kind: keyof typeof EXIT_CODES, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CommandError';
    this.exitCode = EXIT_CODES[kind];
  }
}

/** The text of a file in UTF-8, whatever its encoding was. Throws `CommandError` where it is absent, a folder, not readable or empty. */
export function readInput(file: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new CommandError('noInput', `${file} cannot be read: ${codeOf(error)}`, { cause: error });
  }
  if (bytes.length === 0) throw new CommandError('badData', `${file} is empty`);
  const packed = PACKED.find(({ begin }) => bytes.subarray(0, begin.length).equals(begin));
  if (packed !== undefined) throw new CommandError('badData', `${file} is ${packed.kind}, not text`);
  return toUtf8(bytes);
}

/** What is given in place of text by mistake, by its first bytes; as text it would be names that nobody has. */
const PACKED = [
  { kind: 'compressed (gzip)', begin: Buffer.from([0x1f, 0x8b]) },
  { kind: 'compressed (xz)', begin: Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a]) },
  { kind: 'compressed (zstd)', begin: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]) },
  { kind: 'an archive or a spreadsheet (zip)', begin: Buffer.from([0x50, 0x4b, 0x03, 0x04]) },
  { kind: 'a spreadsheet (xls)', begin: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) },
  { kind: 'a PDF', begin: Buffer.from('%PDF-') },
] as const;

const NEWLINE = 0x0a;
const LITTLE_ENDIAN_MARK = Buffer.from([0xff, 0xfe]);
const BIG_ENDIAN_MARK = Buffer.from([0xfe, 0xff]);

/** Spreadsheets save UTF-16 with its mark, or what Windows makes of Latin letters; one such line does not spoil the others. */
function toUtf8(bytes: Buffer): Buffer {
  const even = bytes.subarray(0, bytes.length & ~1);
  if (bytes.subarray(0, 2).equals(LITTLE_ENDIAN_MARK)) return Buffer.from(even.toString('utf16le'));
  if (bytes.subarray(0, 2).equals(BIG_ENDIAN_MARK)) return Buffer.from(Buffer.from(even).swap16().toString('utf16le'));
  if (isUtf8(bytes)) return bytes;
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    lines.push(isUtf8(line) ? line : Buffer.from(windows.decode(line)));
    start = end;
  }
  return Buffer.concat(lines);
}

const windows = new TextDecoder('windows-1252');

const WORDS_BY_CODE: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'it is a folder',
  EACCES: 'no permission',
  ERR_FS_FILE_TOO_LARGE: 'larger than 2 GB',
};

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return WORDS_BY_CODE[code] ?? code;
}
