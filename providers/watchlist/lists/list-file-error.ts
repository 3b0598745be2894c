/** Every way in which a list's file can be refused, before any of it is used. */
export const listFileCodes = [
  /** Nothing, or white space alone. */
  'empty',
  /** HTML, an error page, another list, or the columns of another format. */
  'not_a_list',
  /** It ends in the middle of an element, a quoted field, a row or a character. */
  'truncated',
  /** Not the encoding that it says or that its publisher uses. */
  'wrong_encoding',
  /** XML, CSV or JSON that breaks its own rules. */
  'malformed',
  /** A document type with entities, or elements nested deeper than any list is. */
  'hostile',
  /** The file, one record or one field is larger than allowed. */
  'too_large',
  /** A row with more or fewer fields than its header. */
  'wrong_columns',
  /** The files of one list do not belong together. */
  'files_disagree',
  /** It reads well and holds no natural person. */
  'no_persons',
  /** A cell of a property's own list cannot be understood; see `OwnListError`. */
  'invalid_value',
] as const;

export type ListFileCode = (typeof listFileCodes)[number];

/** Where in a file; never what stands there. Lines and rows count from 1. */
export type ListFileFacts = Readonly<Record<string, string | number>>;

/** A file that must not be used. The message is made of the code and the facts, so that it cannot quote a row. */
export class ListFileError extends Error {
  readonly code: ListFileCode;
  readonly facts: ListFileFacts;

  constructor(code: ListFileCode, facts: ListFileFacts = {}) {
    const told = Object.entries(facts).map(([name, value]) => ` ${name}=${value}`);
    super(`watchlist file: ${code}${told.join('')}`);
    this.name = 'ListFileError';
    this.code = code;
    this.facts = facts;
  }
}
