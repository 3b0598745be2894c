import type { SettingValues } from '../../src/ports/check-provider.ts';

export interface SelectedLists {
  /** Lists without which nobody is clear. */
  readonly required: readonly string[];
  /** Those, and the property's own. */
  readonly compared: readonly string[];
}

/** Which lists a property's settings name. `ownListId` stands in for `own`. */
export function toSelectedLists({ lists }: SettingValues, ownListId: string): SelectedLists {
  const named = String(lists ?? '')
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map((word) => (word === 'own' ? ownListId : word));
  const required = [...new Set(named)];
  return { required, compared: [...new Set([...required, ownListId])] };
}
