import type { Clock } from '../../ports/clock.ts';

const mostKept = 200;

/** Answers again what it has answered a moment ago, and asks once for all who ask at the same time. */
export function createBriefMemory<Value>(
  clock: Clock,
  keptMs: number,
): (key: string, ask: () => Promise<Value>) => Promise<Value> {
  const kept = new Map<string, { readonly until: number; readonly value: Promise<Value> }>();
  return (key, ask) => {
    const now = Date.parse(clock.now());
    const known = kept.get(key);
    if (known !== undefined && known.until > now) return known.value;
    const value = ask();
    kept.delete(key);
    kept.set(key, { until: now + keptMs, value });
    if (kept.size > mostKept) kept.delete([...kept.keys()][0] ?? '');
    value.catch(() => kept.delete(key)); // a failure is not worth remembering
    return value;
  };
}
