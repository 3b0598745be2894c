import { ListFileError } from './list-file-error.ts';

export type OwnListReason =
  /** The column that the mapping names is not in the header. */
  | 'column_missing'
  | 'name_missing'
  /** Longer than 400 characters or without a letter. */
  | 'name_unreadable'
  | 'date_unreadable'
  | 'country_unknown'
  | 'gender_unknown'
  /** Starts with `=`, `+`, `-` or `@`, as a spreadsheet's formula does. */
  | 'formula';

/** One cell that cannot be used: its row as a spreadsheet counts them (the header is 1) and its column. */
export interface OwnListProblem {
  readonly row: number;
  readonly column: string;
  readonly reason: OwnListReason;
}

/** Every problem of the file at once, at most `maxOwnListProblems`; nothing of the file is used. */
export class OwnListError extends ListFileError {
  readonly problems: readonly OwnListProblem[];

  constructor(problems: readonly OwnListProblem[]) {
    super('invalid_value', { problems: problems.length });
    this.name = 'OwnListError';
    this.problems = problems;
  }
}

export const maxOwnListProblems = 100;
