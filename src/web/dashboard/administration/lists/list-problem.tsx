import { toAgeText } from '../../i18n/formats.ts';
import { findText, t } from '../../i18n/texts.ts';

/** Those of docs/watchlists.md that mean the same to whoever reads them here. */
const kinds = {
  away: ['unreachable', 'timeout', 'http_status'],
  moved: ['redirect_refused', 'address_refused'],
  shrunken: ['shrunken', 'too_few_persons'],
  older: ['older_edition'],
  days: ['files_disagree'],
  hostile: ['hostile', 'too_large'],
  storage: ['storage_failed'],
  otherFile: ['not_a_list', 'empty', 'truncated', 'wrong_encoding', 'malformed', 'wrong_columns', 'no_persons'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

interface ListProblemProps {
  readonly problem: { readonly code: string; readonly at: string };
  readonly now: number;
}

/** Why the last look brought no new edition. */
export function ListProblem({ problem: { code, at }, now }: ListProblemProps) {
  const kind = Object.entries(kinds).find(([, codes]) => codes.some((one) => one === code))?.[0];
  const text = findText(`administration.lists.problems.${kind ?? 'other'}`, { code }) ?? code;
  return (
    <p class="field-error">
      {text} <span class="small">({t('administration.lists.tried', { age: toAgeText(at, now) })})</span>
    </p>
  );
}
