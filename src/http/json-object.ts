import { InvalidRequest } from './problems/invalid-request.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Deeper than anything that is sent in earnest, and far from what a recursion can stand. */
const deepest = 32;

/** Parses a body that has to be a JSON object. Throws `request_invalid` for anything else, and for endless nesting. */
export function toJsonObject(body: Buffer): JsonObject {
  const value = parse(body.toString('utf8'));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse('must be a JSON object');
  if (!isShallow(value, deepest)) throw refuse('is nested too deeply');
  return value as JsonObject;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text.
    throw refuse('must be JSON');
  }
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1));
}

function refuse(message: string): InvalidRequest {
  return new InvalidRequest([{ path: '', message }]);
}
