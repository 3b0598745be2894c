/** It becomes part of a URL: nothing else may hide in it. */
export function isSessionId(value: unknown): value is string {
  return typeof value === 'string' && /^vs_[A-Za-z0-9_]{1,250}$/.test(value);
}
