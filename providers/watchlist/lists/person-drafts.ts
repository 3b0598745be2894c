import type { ListedPerson, WatchlistEdition } from '../listed-person.ts';
import { ListFileError } from './list-file-error.ts';
import { getMaxPersons, type ReadContext } from './list-reader.ts';
import { PersonDraft } from './person-draft.ts';

/** The persons of an edition while it is read, in the order of the file. */
export class PersonDrafts {
  readonly #drafts = new Map<string, PersonDraft>();
  readonly #maxPersons: number;

  constructor({ maxPersons = getMaxPersons() }: Pick<ReadContext, 'maxPersons'>) {
    this.#maxPersons = maxPersons;
  }

  /** The same draft for the same id, as several rows may speak of one person. Fails with `too_large` for one too many. */
  getOrAdd(entryId: string): PersonDraft {
    const known = this.#drafts.get(entryId);
    if (known !== undefined) return known;
    const maxPersons = this.#maxPersons;
    if (this.#drafts.size >= maxPersons) throw new ListFileError('too_large', { maxPersons });
    const draft = new PersonDraft(entryId);
    this.#drafts.set(entryId, draft);
    return draft;
  }

  find(entryId: string): PersonDraft | undefined {
    return this.#drafts.get(entryId);
  }

  /** Ends the reading: a draft goes as its person comes. Fails with `no_persons` where nothing came of it. */
  toEdition(listId: string, publishedOn: string | undefined): WatchlistEdition {
    const persons: ListedPerson[] = [];
    for (const [entryId, draft] of this.#drafts) {
      const person = draft.toPerson();
      if (person) persons.push(person);
      this.#drafts.delete(entryId);
    }
    if (persons.length === 0) throw new ListFileError('no_persons');
    return { listId, ...(publishedOn !== undefined && { publishedOn }), persons };
  }
}
