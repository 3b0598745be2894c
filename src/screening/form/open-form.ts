import { plusMs } from '../../domain/calendar.ts';
import { toCleanText } from '../../domain/form/typed-text.ts';
import type { SubjectFields } from '../../domain/subject.ts';
import { findCase, isUnlocked } from './form-case.ts';
import { toPropertyView, toSession } from './form-session.ts';
import type { GuestForms } from './guest-form.ts';
import type { WriteFormParts } from './write-form.ts';

const mostWrongFactors = 10;
const wrongFactorWindowMs = 3_600_000;

/** Looking into a form, and showing the second factor. */
export function createOpenForm(parts: WriteFormParts): Pick<GuestForms, 'openByToken' | 'unlock'> {
  const { store, forms } = parts;
  return {
    openByToken: (access) =>
      store.read(async (rows) => {
        const found = await findCase(rows, access.token, parts);
        if (found === undefined) return undefined;
        const { secondFactor } = found.settings;
        if (secondFactor !== 'none' && !isUnlocked(found, access, parts)) {
          const { language } = found.form;
          const property = toPropertyView(found);
          return { kind: 'locked', factor: secondFactor, property, ...(language !== undefined && { language }) };
        }
        return { kind: 'open', session: await toSession(rows, found, parts) };
      }),
    unlock: (token, answer) =>
      store.transaction(async (rows) => {
        const found = await findCase(rows, token, parts);
        if (found === undefined) return 'wrong';
        const { form, anchor, at, settings } = found;
        const since = plusMs(at, -wrongFactorWindowMs);
        const isRight = isFactor(settings.secondFactor, anchor.subject.fields, answer);
        const tries = await rows.forms.countFactorTry(form.id, { at, since, isRight });
        if (tries > mostWrongFactors) return 'blocked';
        return isRight ? { proof: forms.links.toFactorProof(form) } : 'wrong';
      }),
  };
}

function isFactor(
  factor: 'none' | 'arrival_date' | 'last_name',
  { arrivesOn, lastName = '' }: SubjectFields,
  answer: string,
): boolean {
  switch (factor) {
    case 'none':
      return true;
    case 'arrival_date':
      return toPadded(answer) === arrivesOn;
    case 'last_name':
      return toPlain(lastName) !== '' && toPlain(answer) === toPlain(lastName);
  }
}

function toPadded(date: string): string {
  const [year = '', month = '', day = ''] = date.trim().split('-');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Accents, case, hyphens and apostrophes are no matter. */
function toPlain(name: string): string {
  return toCleanText(name)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
