import { createScreeningClient, ProblemError } from '../../../client/client.ts';
import { findText, t } from '../i18n/texts.ts';

/** The service that this page came from, as whoever is signed in. */
export const client = createScreeningClient({ baseUrl: location.origin });

/** What to tell a person of a failure, by its code; never more than the service told. */
export function toFailureText(error: unknown): string {
  if (!(error instanceof ProblemError)) return t('problems.unreachable');
  const known = findText(`problems.${error.code}`);
  if (known !== undefined) return known;
  return error.problem === undefined ? t('problems.unreadable') : `${error.problem.title}. ${error.problem.detail}`;
}
