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

/** The bytes of a file. Throws `CommandError` where it is absent, a folder, not readable or empty. */
export function readInput(file: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new CommandError('noInput', `${file} cannot be read: ${codeOf(error)}`, { cause: error });
  }
  if (bytes.length === 0) throw new CommandError('badData', `${file} is empty`);
  return bytes;
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return code === 'ENOENT' ? 'no such file' : code;
}
