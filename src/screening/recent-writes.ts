import type { Instant } from '../domain/subject.ts';

/** Which guests we have just written to, so that the bell which that rings can be told from a person's. */
export interface RecentWrites {
  note(propertyId: string, guestId: string, at: Instant): void;
  has(propertyId: string, guestId: string, at: Instant): boolean;
}

/** Remembers in memory only: after a restart an echo costs one sync that finds nothing. */
export function createRecentWrites(rememberMs: number): RecentWrites {
  const writes = new Map<string, number>();
  const keyOf = (propertyId: string, guestId: string) => `${propertyId}/${guestId}`;

  const dropOld = (now: number): void => {
    for (const [key, at] of writes) {
      if (at >= now - rememberMs) return; // in order of writing: the rest is younger
      writes.delete(key);
    }
  };

  return {
    note(propertyId, guestId, at) {
      dropOld(Date.parse(at));
      const key = keyOf(propertyId, guestId);
      writes.delete(key);
      writes.set(key, Date.parse(at));
    },
    has(propertyId, guestId, at) {
      const written = writes.get(keyOf(propertyId, guestId));
      return written !== undefined && written >= Date.parse(at) - rememberMs;
    },
  };
}
