/** Name groups of a word: other-language forms and short forms of one given name. */
export function variantGroupsOf(text: string): readonly number[] {
  return GROUPS_OF.get(text) ?? [];
}

const GROUPS_OF = new Map<string, number[]>();
