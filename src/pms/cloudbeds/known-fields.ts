import type { Clock } from '../../ports/clock.ts';
import type { PmsCall } from '../../ports/pms.ts';
import type { KnownFields } from './ensure-guest-fields.ts';

/** Staff may rename a field at any time, and whether the PMS refuses the old name or ignores it is not documented. */
const freshForMs = 15 * 60_000;

export interface KnownFieldsCache {
  /** What is known and fresh, or else looked up. Who asks at the same time shares one look. */
  get(call: PmsCall): Promise<KnownFields>;
  /** Looks, whatever is known. */
  refresh(call: PmsCall): Promise<KnownFields>;
  /** Drops what is known, unless somebody has looked since. */
  forget(propertyId: string, stale: KnownFields): void;
}

interface Remembered {
  readonly fields: KnownFields;
  readonly learnedMs: number;
}

/** Remembers, per property, what `look` found. */
export function createKnownFieldsCache(look: (call: PmsCall) => Promise<KnownFields>, clock: Clock): KnownFieldsCache {
  const remembered = new Map<string, Remembered>();
  const looks = new Map<string, Promise<KnownFields>>();
  const nowMs = () => Date.parse(clock.now());

  const refresh = async (call: PmsCall): Promise<KnownFields> => {
    const { propertyId } = call.property;
    const looking = look(call);
    looks.set(propertyId, looking);
    try {
      const fields = await looking;
      remembered.set(propertyId, { fields, learnedMs: nowMs() });
      return fields;
    } finally {
      if (looks.get(propertyId) === looking) looks.delete(propertyId);
    }
  };

  return {
    refresh,
    forget: (propertyId, stale) => {
      if (remembered.get(propertyId)?.fields === stale) remembered.delete(propertyId);
    },
    get: async (call) => {
      const { propertyId } = call.property;
      const known = remembered.get(propertyId);
      if (known !== undefined && nowMs() - known.learnedMs < freshForMs) return known.fields;
      for (let shared = looks.get(propertyId); shared !== undefined; shared = looks.get(propertyId)) {
        const fields = await shared.catch(() => undefined);
        if (fields !== undefined) return fields;
        // Who looked has failed, or was cancelled. That says nothing about this call.
        call.signal.throwIfAborted();
      }
      return refresh(call);
    },
  };
}
