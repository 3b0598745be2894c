import { findText } from '../../i18n/texts.ts';

/** What an operation does, in plain words; one of a newer service by its name. */
export function toActText(action: string): string {
  return findText(`administration.acts.${action}`) ?? action;
}
