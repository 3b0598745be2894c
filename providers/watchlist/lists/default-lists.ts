import { officialSources } from './official-sources.ts';

/** The governments' lists that an installation uses where its configuration names none. */
export const defaultListIds: readonly string[] = officialSources
  .filter(({ isDefault }) => isDefault)
  .map(({ listId }) => listId);
