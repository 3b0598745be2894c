import type { ListedPerson, WatchlistEdition } from '../listed-person.ts';
import { ListFileError } from './list-file-error.ts';
import { PersonDraft } from './person-draft.ts';

/** The persons of an edition while it is read, in the order of the file. */
export class PersonDrafts {
  readonly #drafts = new Map<string, PersonDraft>();

  /** The same draft for the same id, as several rows may speak of one person. */
  getOrAdd(entryId: string): PersonDraft {
    const draft = this.#drafts.get(entryId) ?? new PersonDraft(entryId);
    this.#drafts.set(entryId, draft);
    return draft;
  }

  find(entryId: string): PersonDraft | undefined {
    return this.#drafts.get(entryId);
  }

  /** Fails with `no_persons` where nothing came of it. */
  toEdition(listId: string, publishedOn: string | undefined): WatchlistEdition {
    const persons: ListedPerson[] = [];
    for (const draft of this.#drafts.values()) {
      const person = draft.toPerson();
      if (person) persons.push(person);
    }
    if (persons.length === 0) throw new ListFileError('no_persons');
    return { listId, ...(publishedOn !== undefined && { publishedOn }), persons };
  }
}
