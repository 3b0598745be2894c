import { ServiceError } from '../domain/errors.ts';
import { toSafeFacts } from './safe-facts.ts';

const mostFrames = 12;
const deepestCause = 4;

/** What may be told of an error: never the message of foreign code, which may quote a guest. */
export interface SafeError {
  readonly class: string;
  /** Ours, or one such as ECONNRESET. */
  readonly code?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  /** The top of the stack, places only. */
  readonly frames?: readonly string[];
  readonly cause?: SafeError;
}

export function toSafeError(thrown: unknown, depth = 0): SafeError {
  if (!(thrown instanceof Error)) return { class: thrown === null ? 'null' : typeof thrown };
  const cause = thrown.cause === undefined || depth >= deepestCause ? undefined : toSafeError(thrown.cause, depth + 1);
  return { ...toOwnPart(thrown), frames: toFrames(thrown), ...(cause && { cause }) };
}

function toOwnPart(error: Error): Omit<SafeError, 'frames' | 'cause'> {
  if (error instanceof ServiceError) return { class: error.name, code: error.code, facts: toSafeFacts(error.facts) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const isPlainCode = code !== undefined && /^[A-Z][A-Z0-9_]{1,49}$/.test(code);
  return { class: error.constructor.name, ...(isPlainCode && { code }) };
}

// The message stands at the head of the stack and may hold line breaks: what is not shaped like a place is left out.
const frame = /^ {4}at (?:[\w$.<>[\] #]+ \()?(?:file:\/\/|node:|\/|[A-Z]:\\)[^()]*:\d+:\d+\)?$/;

function toFrames(error: Error): readonly string[] {
  const stack = error.stack ?? '';
  const end = error.message === '' ? -1 : stack.indexOf(error.message);
  const places = end === -1 ? stack : stack.slice(end + error.message.length);
  return places
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, mostFrames)
    .map((line) => line.trim().slice('at '.length));
}
