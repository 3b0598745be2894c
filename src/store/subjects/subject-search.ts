import { toPersonKeys } from '../../domain/known-guest.ts';
import { toSearchTerms } from '../../domain/search-terms.ts';
import type { Subject } from '../../domain/subject.ts';
import { selectJsonValues, toJsonRows } from '../engine.ts';
import { prepareChange } from '../prepared.ts';
import { type RowParts, searchDigestBytes } from '../row-parts.ts';

/** By what a subject is found, by people and among the stays of one person, in keyed digests. */
export interface SubjectSearch {
  /** The digests of all terms, one after the other. */
  toDigests(subject: Subject): Buffer;
  /** Writes the difference only: most changes of a guest leave the name as it is. */
  replace(change: SubjectSearchChange): Promise<void>;
}

export interface SubjectSearchChange {
  readonly propertyId: string;
  readonly subjectNo: number;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array;
}

export function createSubjectSearch({ database, engine, digests }: RowParts): SubjectSearch {
  const add = prepareChange(database, (given: { rows: string }) =>
    database
      .insertInto('subject_search')
      .columns(['property_id', 'digest', 'subject_no'])
      .expression(engine.selectJsonRows(given.rows, ['text', 'bytes', 'integer'])),
  );
  const remove = prepareChange(database, (given: { propertyId: string; subjectNo: number; gone: string }) =>
    database
      .deleteFrom('subject_search')
      .where('property_id', '=', given.propertyId)
      .where('digest', 'in', selectJsonValues(engine, given.gone, 'bytes'))
      .where('subject_no', '=', given.subjectNo),
  );

  return {
    toDigests: (subject) => {
      const terms = [...toSearchTerms(subject), ...toPersonKeys(subject.fields)];
      return Buffer.concat(terms.map((term) => digests.searchTerm(term)));
    },
    async replace({ propertyId, subjectNo, before, after }) {
      const known = new Set(toHexDigests(before));
      const wanted = new Set(toHexDigests(after));
      const gone = [...known].filter((digest) => !wanted.has(digest));
      const added = [...wanted].filter((digest) => !known.has(digest));
      if (gone.length > 0) await remove({ propertyId, subjectNo, gone: toJsonRows(gone.map((digest) => [digest])) });
      if (added.length > 0) {
        await add({ rows: toJsonRows(added.map((digest) => [propertyId, digest, subjectNo])) });
      }
    },
  };
}

function toHexDigests(packed: Uint8Array | undefined): string[] {
  if (packed === undefined) return [];
  const hex = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).toString('hex');
  const width = searchDigestBytes * 2;
  return Array.from({ length: hex.length / width }, (_, index) => hex.slice(index * width, (index + 1) * width));
}
