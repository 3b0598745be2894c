/**
 * The slots of each key's request budget, as all processes that work on one database see them: as many as requests a second,
 * and each is held until a second after its request has arrived. Times are milliseconds since 1970.
 */
export interface RequestSlots {
  /** Takes the slot that has been free the longest, or says when the first one will be free. */
  take(claim: SlotClaim): Promise<SlotAnswer>;
  /** Says until when a slot that was taken is still spent. */
  release(held: HeldSlot, freeAtMs: number): Promise<void>;
  /** No slot of the key is free before its time: the PMS asked for a pause, or for less. */
  rest(apiKey: string, freeAtMs: readonly number[]): Promise<void>;
}

/** As rows, which stay where a key was only tried. */
export interface RequestSlotRepository extends RequestSlots {
  /** Removes what has been free for so long, which takes nothing from anybody; answers how many. */
  removeFreeSince(beforeMs: number): Promise<number>;
}

export interface SlotClaim {
  /** Kept as a keyed digest only. */
  readonly apiKey: string;
  readonly slots: number;
  readonly nowMs: number;
  /** When the slot is free again should its holder vanish. */
  readonly heldUntilMs: number;
}

export type SlotAnswer = { readonly held: HeldSlot } | { readonly firstFreeAtMs: number };

export interface HeldSlot {
  readonly apiKey: string;
  readonly slot: number;
}
