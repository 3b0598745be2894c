import type { Instant } from '../../domain/subject.ts';

/**
 * Writing a guest's custom fields makes the PMS ring our bell. Each write is expected to ring once, so that a bell beyond
 * that is known for somebody else's, even right after ours.
 */
export interface ExpectedEchoes {
  /** Before a write is sent: its bell may ring before its answer is here. */
  expect(propertyId: string, guestId: string, at: Instant): void;
  /** Whether a bell is most likely the echo of our own write; each expected echo is taken once. */
  take(propertyId: string, guestId: string, at: Instant): boolean;
}

/** Remembers in memory only: after a restart an echo costs one sync that finds nothing. */
export function createExpectedEchoes(rememberMs: number): ExpectedEchoes {
  const expected = new Map<string, { readonly count: number; readonly atMs: number }>();
  const keyOf = (propertyId: string, guestId: string) => `${propertyId}/${guestId}`;

  const dropOld = (nowMs: number): void => {
    for (const [key, { atMs }] of expected) {
      if (atMs >= nowMs - rememberMs) return; // in order of writing: the rest is younger
      expected.delete(key);
    }
  };

  return {
    expect(propertyId, guestId, at) {
      const atMs = Date.parse(at);
      dropOld(atMs);
      const key = keyOf(propertyId, guestId);
      const count = (expected.get(key)?.count ?? 0) + 1;
      expected.delete(key);
      expected.set(key, { count, atMs });
    },
    take(propertyId, guestId, at) {
      dropOld(Date.parse(at));
      const key = keyOf(propertyId, guestId);
      const echo = expected.get(key);
      if (echo === undefined) return false;
      if (echo.count > 1) expected.set(key, { ...echo, count: echo.count - 1 });
      else expected.delete(key);
      return true;
    },
  };
}
