import type { FormAnswers, FormField } from '../../domain/form/form-field.ts';
import type { FormQuestion, TextByLanguage } from '../../domain/form/form-settings.ts';
import { formatsFor } from '../../i18n/formats.ts';
import { type Language, sourceLanguage } from '../../i18n/languages.ts';
import { countryName } from '../../pages/form/country-options.ts';
import type { PageFrame } from '../../pages/form/form-view.ts';
import { controlOf } from './field-controls.ts';

export interface AnswerWords {
  readonly label: string;
  readonly text: string;
}

/** What was answered, as its reader writes it: dates by culture, countries by name. What was left empty is left out. */
export function listAnswerWords(
  frame: PageFrame,
  fields: readonly FormField[],
  answers: FormAnswers,
): readonly AnswerWords[] {
  return fields.flatMap((field) => {
    const value = answers[field] ?? '';
    if (value === '' || field === 'documentMrz') return [];
    return [{ label: frame.t(`field.${field}`), text: toWords(frame, field, value) }];
  });
}

function toWords({ t, language }: PageFrame, field: FormField, value: string): string {
  const control = controlOf(field);
  if (control === 'country') return countryName(value, language);
  if (control === 'choice') return t(`choice.${field}.${value}`);
  return control === 'date' ? formatsFor(language as Language).shortDate(value) : value;
}

export function listQuestionWords(
  { language }: PageFrame,
  questions: readonly FormQuestion[],
  answered: Readonly<Record<string, string>>,
): readonly AnswerWords[] {
  return questions.flatMap(({ id, text, choices }) => {
    const value = answered[id] ?? '';
    if (value === '') return [];
    const choice = choices?.find((one) => one.id === value);
    return [{ label: textIn(text, language), text: choice === undefined ? value : textIn(choice.text, language) }];
  });
}

/** A property's own text in the nearest language that there is. */
export function textIn(texts: TextByLanguage, language: string): string {
  return texts[language] ?? texts[language.slice(0, 2)] ?? texts[sourceLanguage] ?? Object.values(texts)[0] ?? '';
}
