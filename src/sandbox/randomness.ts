/** Repeatable chance: the same seed, the same run. */
export interface Randomness {
  /** In [0, 1). */
  next(): number;
  /** True in `share` of the calls. */
  happens(share: number): boolean;
  integer(from: number, to: number): number;
  /** Throws for an empty list. */
  pick<T>(items: readonly T[]): T;
}

/** mulberry32, https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
export function createRandomness(seed: number): Randomness {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  return {
    next,
    happens: (share) => share > 0 && next() < share,
    integer: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (items) => {
      const [item] = items.slice(Math.floor(next() * items.length));
      if (item === undefined) throw new Error('there is nothing to pick from');
      return item;
    },
  };
}
