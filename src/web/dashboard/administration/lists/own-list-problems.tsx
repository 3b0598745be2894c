import type { ProblemError } from '../../../../client/client.ts';
import { findText, t } from '../../i18n/texts.ts';

/** One cell that cannot be understood, or a row, or the whole file where it names no row. */
export interface CellProblem {
  readonly code: string;
  readonly row?: string;
  readonly column?: string;
}

/** What of docs/watchlists.md means the same to whoever made the file. */
const sameText: Readonly<Record<string, string>> = {
  empty: 'no_persons',
  truncated: 'quotes',
  malformed: 'quotes',
  not_a_list: 'no_csv',
  too_large: 'no_csv',
};

/** The service says `date_unreadable in row 3, column Born`, or of the whole file `truncated in row 3` or only the code. */
export function toCellProblems(error: ProblemError): readonly CellProblem[] {
  const errors = error.problem?.errors ?? [];
  return errors.map(({ message }) => {
    const cell = /^(?<code>\w+) in row (?<row>\d+)(?:, column (?<column>.*))?$/s.exec(message)?.groups;
    if (cell === undefined) return { code: message };
    const { code = '', row = '', column } = cell;
    return { code, row, ...(column !== undefined && { column }) };
  });
}

/** Nothing of the file is used while there is one. */
export function OwnListProblems({ problems }: { readonly problems: readonly CellProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="table-frame" role="region" aria-label={t('administration.lists.wrong')} tabIndex={0}>
      <table class="table">
        <caption class="legend">{t('administration.lists.wrong')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('administration.lists.row')}</th>
            <th scope="col">{t('administration.lists.column')}</th>
            <th scope="col">{t('administration.lists.what')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ code, row = '–', column = '–' }, index) => (
            <tr key={index}>
              <td>{row}</td>
              <td dir="auto">{column}</td>
              <td>{findText(`administration.lists.cells.${sameText[code] ?? code}`) ?? code}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
