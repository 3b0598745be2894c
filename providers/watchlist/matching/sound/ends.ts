import { consonantClassOf } from './skeleton.ts';
import type { Sound } from './symbols.ts';

const CLASS_BITS = 4;
const LAST = (1 << CLASS_BITS) - 1;

/** The classes of a word's first and last consonant in one number; 0 for either where it has none. */
export function endsOf({ codes, start, length }: Sound): number {
  let first = 0;
  let last = 0;
  for (let index = start; index < start + length; index += 1) {
    const consonant = consonantClassOf(codes[index] ?? 0);
    if (consonant === 0) continue;
    last = consonant;
    if (first === 0) first = consonant;
  }
  return (first << CLASS_BITS) | last;
}

/** Whether two neighbours begin or end with the consonant that another word begins or ends with. */
export function haveCommonEnd(head: number, tail: number, other: number): boolean {
  return head >>> CLASS_BITS === other >>> CLASS_BITS || (tail & LAST) === (other & LAST);
}
