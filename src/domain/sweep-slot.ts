import type { Instant } from './subject.ts';

const dayMs = 86_400_000;

/**
 * When a property is swept next after an instant: once a day, at a time of the day that is its own, so that a hundred
 * properties on one key do not ask at once.
 */
export function toSweepSlot(propertyId: string, after: Instant): Instant {
  const offsetMs = toHash(propertyId) % dayMs;
  const afterMs = Date.parse(after);
  const todaysMs = Math.floor(afterMs / dayMs) * dayMs + offsetMs;
  return new Date(todaysMs > afterMs ? todaysMs : todaysMs + dayMs).toISOString();
}

/** FNV-1a over 32 bits, then mixed: neighbouring IDs should not sweep next to each other. */
function toHash(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
