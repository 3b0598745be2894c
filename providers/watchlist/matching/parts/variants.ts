import { NAME_GROUPS } from './name-groups.ts';

const groupsByWord = new Map<string, number[]>();
for (const [group, line] of NAME_GROUPS.trim().split('\n').entries()) {
  for (const word of new Set(line.split(' '))) groupsByWord.set(word, [...(groupsByWord.get(word) ?? []), group]);
}

/** Numbers of the name groups that a word is in: words of one group are forms of one name. */
export function variantGroupsOf(text: string): readonly number[] {
  return groupsByWord.get(text) ?? [];
}
