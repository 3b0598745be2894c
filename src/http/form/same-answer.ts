import type { TypedValues } from '../../domain/form/check-answers.ts';
import type { FormSession } from '../../screening/form/guest-form.ts';
import type { SessionStep } from './step-view.ts';

/** Whether a step as typed says what is saved already: a button pressed twice, not another tab. */
export function isSameAnswer(step: SessionStep, typed: TypedValues, session: FormSession): boolean {
  const isSameField = step.fields.every(({ field }) => isSame(typed[field] ?? '', session.answers[field] ?? ''));
  return (
    isSameField && step.questions.every(({ id }) => isSame(typed[`question.${id}`] ?? '', session.questions[id] ?? ''))
  );
}

/** What is kept was cleaned: spaces, case, and of a telephone number its punctuation and country. */
function isSame(typed: string, saved: string): boolean {
  const [one, other] = [toCore(typed), toCore(saved)];
  return one === other || (/^\+?\d{7,}$/.test(other) && one.length >= 6 && other.endsWith(one.replace(/^[+0]+/, '')));
}

function toCore(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s()./-]/g, '');
}
