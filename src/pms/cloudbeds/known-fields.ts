import type { Clock } from '../../ports/clock.ts';
import type { FieldMemory, LearnedFields } from '../../ports/field-memory.ts';
import type { PmsCall } from '../../ports/pms.ts';
import type { FieldSetup, KnownFields } from './field-setup.ts';

/** Staff may rename a field at any time, and whether the PMS refuses the old name or ignores it is not documented. */
const freshForMs = 15 * 60_000;

export interface KnownFieldsCache {
  /** What is known and fresh, or else looked up. Who asks at the same time shares one look. */
  get(call: PmsCall): Promise<KnownFields>;
  /** Looks, whatever is known. */
  refresh(call: PmsCall): Promise<FieldSetup>;
  /** What is known, however old, without asking the PMS. */
  recall(propertyId: string): Promise<KnownFields | undefined>;
  /** Drops what is known, unless somebody has looked since. */
  forget(propertyId: string, stale: KnownFields): void;
}

export interface KnownFieldsParts {
  readonly look: (call: PmsCall) => Promise<FieldSetup>;
  readonly clock: Clock;
  /** What the process before has learned. */
  readonly memory?: FieldMemory;
}

interface Remembered {
  readonly fields: KnownFields;
  readonly learnedMs: number;
}

/** Remembers, per property, what `look` found. */
export function createKnownFieldsCache({ look, clock, memory }: KnownFieldsParts): KnownFieldsCache {
  /** Undefined where the memory was asked in vain, or what it said was forgotten. */
  const remembered = new Map<string, Remembered | undefined>();
  const looks = new Map<string, Promise<FieldSetup>>();

  const refresh = async (call: PmsCall): Promise<FieldSetup> => {
    const { propertyId } = call.property;
    const looking = look(call);
    looks.set(propertyId, looking);
    try {
      const setup = await looking;
      const learnedAt = clock.now();
      remembered.set(propertyId, { fields: setup.fields, learnedMs: Date.parse(learnedAt) });
      await memory?.note(propertyId, { fields: [...setup.fields.values()], learnedAt });
      return setup;
    } finally {
      if (looks.get(propertyId) === looking) looks.delete(propertyId);
    }
  };

  const find = async (propertyId: string): Promise<Remembered | undefined> => {
    if (remembered.has(propertyId)) return remembered.get(propertyId);
    const learned = await memory?.find(propertyId);
    // Somebody may have looked meanwhile, and knows better.
    if (!remembered.has(propertyId)) {
      remembered.set(propertyId, learned && toRemembered(learned));
    }
    return remembered.get(propertyId);
  };

  return {
    refresh,
    recall: async (propertyId) => (await find(propertyId))?.fields,
    forget: (propertyId, stale) => {
      if (remembered.get(propertyId)?.fields === stale) remembered.set(propertyId, undefined);
    },
    get: async (call) => {
      const { propertyId } = call.property;
      const known = await find(propertyId);
      if (known !== undefined && isFresh(known, Date.parse(clock.now()))) return known.fields;
      for (let shared = looks.get(propertyId); shared !== undefined; shared = looks.get(propertyId)) {
        const setup = await shared.catch(() => undefined);
        if (setup !== undefined) return setup.fields;
        // Who looked has failed, or was cancelled. That says nothing about this call.
        call.signal.throwIfAborted();
      }
      return (await refresh(call)).fields;
    },
  };
}

function toRemembered({ fields, learnedAt }: LearnedFields): Remembered {
  return { fields: new Map(fields.map((field) => [field.shortcode, field])), learnedMs: Date.parse(learnedAt) };
}

/** What a clock that was ahead has dated is as good as unknown. */
function isFresh({ learnedMs }: Remembered, nowMs: number): boolean {
  return learnedMs <= nowMs && nowMs - learnedMs < freshForMs;
}
