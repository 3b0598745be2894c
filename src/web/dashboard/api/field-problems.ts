import { createContext } from 'preact';
import { ProblemError } from '../../../client/client.ts';
import { findText, t } from '../i18n/texts.ts';

/** What is wrong with the fields of a form, by JSON pointer into the body: `/email`. */
export type FieldProblems = Readonly<Record<string, string>>;

/** Of the form that a field stands in. */
export const FieldProblemsContext = createContext<FieldProblems>({});

const known: Readonly<Record<string, string>> = {
  'must have at least 12 characters': 'too_short',
  'is one that is guessed first': 'too_common',
  'holds your name or address': 'holds_name',
};

/** In words of the page where the service's are known, else that it cannot be so. */
export function listFieldProblems(error: unknown): FieldProblems {
  if (!(error instanceof ProblemError)) return {};
  const errors = error.problem?.errors ?? [];
  return Object.fromEntries(errors.map(({ path, message }) => [path, toText(known[message])]));
}

function toText(name: string | undefined): string {
  return (name === undefined ? undefined : findText(`fieldProblems.${name}`)) ?? t('fieldProblems.other');
}
