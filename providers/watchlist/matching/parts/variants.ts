import { NAME_GROUPS } from './name-groups.ts';
import { fatherKeys, nameKey } from './name-keys.ts';

const groupsByKey = new Map<string, number[]>();
const lines = NAME_GROUPS.trim().split('\n');
for (const [group, line] of lines.entries()) {
  for (const key of new Set(line.split(' ').map(nameKey)))
    groupsByKey.set(key, [...(groupsByKey.get(key) ?? []), group]);
}
const NONE: readonly number[] = [];

/**
 * Numbers of the name groups that a word is in: words of one group are forms of one name. Patronymics of the forms of one
 * name are a group too: Georgievich and Heorhiyovych.
 */
export function variantGroupsOf(text: string): readonly number[] {
  const groups = groupsByKey.get(nameKey(text));
  if (groups !== undefined) return groups;
  const fathers = fatherKeys(text);
  if (fathers.length === 0) return NONE;
  return [...new Set(fathers.flatMap((key) => groupsByKey.get(key) ?? NONE))].map((group) => lines.length + group);
}
