/* eslint-disable @typescript-eslint/no-non-null-assertion --
   every index is below `count`, and `count` below SIDE: a part is in one pair at most */
import { SIDE } from './assignment.ts';

/** Which side's part and the one after it, written as one, are half of a pair. */
export const JOINED = { none: 0, left: 1, right: 2 } as const;
export type JoinedCode = (typeof JOINED)[keyof typeof JOINED];

/**
 * The pairs of parts that agree, in the order in which they were found. Columns of numbers, used again for every name: a
 * list of objects made more garbage than all the rest of a search.
 */
export class PairList {
  count = 0;
  readonly left = new Uint8Array(SIDE);
  readonly right = new Uint8Array(SIDE);
  readonly joined = new Uint8Array(SIDE);
  readonly similarity = new Uint8Array(SIDE);
  readonly gain = new Uint16Array(SIDE);
  readonly weight = new Uint8Array(SIDE);
  private readonly rightOf = new Uint8Array(SIDE);

  /** Adds a pair whose similarity, gain and weight are still to be set; says where it is. */
  add(left: number, right: number, joined: JoinedCode): number {
    const at = this.count;
    this.left[at] = left;
    this.right[at] = right;
    this.joined[at] = joined;
    this.count = at + 1;
    return at;
  }

  remove(at: number): void {
    this.count -= 1;
    for (let next = at; next < this.count; next += 1) {
      this.left[next] = this.left[next + 1]!;
      this.right[next] = this.right[next + 1]!;
      this.joined[next] = this.joined[next + 1]!;
      this.similarity[next] = this.similarity[next + 1]!;
      this.gain[next] = this.gain[next + 1]!;
      this.weight[next] = this.weight[next + 1]!;
    }
  }

  /** The parts of the left name that a pair takes up, as bits. */
  leftParts(at: number): number {
    return (this.joined[at] === JOINED.left ? 3 : 1) << this.left[at]!;
  }

  rightParts(at: number): number {
    return (this.joined[at] === JOINED.right ? 3 : 1) << this.right[at]!;
  }

  overlaps(at: number, leftParts: number, rightParts: number): boolean {
    return (this.leftParts(at) & leftParts) !== 0 || (this.rightParts(at) & rightParts) !== 0;
  }

  /** True where the pairs, in the order of one name, are in the order of the other or of that turned round. */
  isSameOrder(): boolean {
    if (this.count < 3) return true;
    const { rightOf } = this;
    let lefts = 0;
    for (let at = 0; at < this.count; at += 1) {
      rightOf[this.left[at]!] = this.right[at]!;
      lefts |= 1 << this.left[at]!;
    }
    let first = -1;
    let last = -1;
    let descents = 0;
    for (let left = 0; left < SIDE; left += 1) {
      if ((lefts & (1 << left)) === 0) continue;
      if (first < 0) first = left;
      else if (rightOf[last]! > rightOf[left]!) descents += 1;
      last = left;
    }
    return descents + Number(rightOf[last]! > rightOf[first]!) <= 1;
  }
}
