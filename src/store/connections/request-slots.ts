import type { RequestSlotRepository } from '../../ports/request-slots.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { KeyedDigest } from '../tables.ts';

/** A slot that is held for longer was written by a clock that has been set back since: nobody waits for it to catch up. */
const longestHeldMs = 60_000;
/** The same of a rest: the longest that the PMS may ask for, and the slow start after it. */
const longestRestMs = 20 * 60_000;

interface SlotRow {
  readonly digest: KeyedDigest;
  readonly slot: number;
}

export function createRequestSlots({ database, digests }: RowParts): RequestSlotRepository {
  const toDigest = (apiKey: string) => digests.accessSecret(`request slots of ${apiKey}`);
  const { list, saveFree, saveRest, removeFree } = createSlotStatements(database);

  return {
    removeFreeSince: (beforeMs) => removeFree({ beforeMs }),
    async take({ apiKey, slots, nowMs, heldUntilMs }) {
      const digest = toDigest(apiKey);
      const known = new Map((await list({ digest })).map((row) => [row.slot, toFreeAtMs(row, nowMs)]));
      const bySlot = Array.from({ length: slots }, (_, slot) => ({ slot, freeAtMs: known.get(slot) ?? 0 }));
      const first = bySlot.reduce((best, next) => (next.freeAtMs < best.freeAtMs ? next : best));
      if (first.freeAtMs > nowMs) return { firstFreeAtMs: first.freeAtMs };
      await saveFree({ digest, slot: first.slot, freeAtMs: heldUntilMs });
      return { held: { apiKey, slot: first.slot } };
    },
    async release({ apiKey, slot }, freeAtMs) {
      await saveFree({ digest: toDigest(apiKey), slot, freeAtMs });
    },
    async rest(apiKey, freeAtMs) {
      const digest = toDigest(apiKey);
      for (const [slot, restsUntilMs] of freeAtMs.entries()) await saveRest({ digest, slot, restsUntilMs });
    },
  };
}

function toFreeAtMs({ freeAtMs, restsUntilMs }: Record<'freeAtMs' | 'restsUntilMs', number>, nowMs: number): number {
  const heldUntilMs = freeAtMs > nowMs + longestHeldMs ? 0 : freeAtMs;
  return Math.max(heldUntilMs, restsUntilMs > nowMs + longestRestMs ? 0 : restsUntilMs);
}

function createSlotStatements(database: RowParts['database']) {
  return {
    list: prepareRows(database, (given: Pick<SlotRow, 'digest'>) =>
      database
        .selectFrom('request_slot')
        .select(['slot', 'free_at_ms as freeAtMs', 'rests_until_ms as restsUntilMs'])
        .where('key_digest', '=', given.digest),
    ),
    saveFree: prepareChange(database, ({ digest, slot, freeAtMs }: SlotRow & { readonly freeAtMs: number }) =>
      database
        .insertInto('request_slot')
        .values({ key_digest: digest, slot, free_at_ms: freeAtMs })
        .onConflict((conflict) => conflict.columns(['key_digest', 'slot']).doUpdateSet({ free_at_ms: freeAtMs })),
    ),
    saveRest: prepareChange(database, ({ digest, slot, restsUntilMs }: SlotRow & { readonly restsUntilMs: number }) =>
      database
        .insertInto('request_slot')
        .values({ key_digest: digest, slot, rests_until_ms: restsUntilMs })
        .onConflict((conflict) =>
          conflict.columns(['key_digest', 'slot']).doUpdateSet({ rests_until_ms: restsUntilMs }),
        ),
    ),

    removeFree: prepareChange(database, ({ beforeMs }: { readonly beforeMs: number }) =>
      database.deleteFrom('request_slot').where('free_at_ms', '<', beforeMs).where('rests_until_ms', '<', beforeMs),
    ),
  };
}
