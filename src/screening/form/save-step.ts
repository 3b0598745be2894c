import { checkStep, readStep, type StepReading } from '../../domain/form/check-answers.ts';
import type { FormContent } from '../../domain/form/form-content.ts';
import { toCleanText } from '../../domain/form/typed-text.ts';
import type { AskedStep } from '../../domain/form/form-steps.ts';
import { type FormCase, listSteps, toReadContext } from './form-case.ts';
import type { GuestForms, StepWriting } from './guest-form.ts';
import { saveContent, writeForm, type WriteFormParts, type WriteResult } from './write-form.ts';

/** Saving one step; what can be read is saved, whatever is wrong beside it. */
export function createSaveStep(parts: WriteFormParts): Pick<GuestForms, 'saveStep' | 'saveDocument'> {
  return {
    saveStep: (access, writing) =>
      writeForm(parts, { access, revision: writing.revision }, async (rows, found) => {
        const read = readWriting(found, writing, parts);
        if (read === undefined || found.form.state !== 'open') return undefined;
        const { content, problems } = read;
        await saveContent(rows, found, { content, ...toLanguage(writing) });
        return problems;
      }),
    saveDocument: (access, document) =>
      writeForm(parts, { access }, async (rows, { form, settings }) => {
        if (settings.documentUpload && form.state === 'open') await rows.forms.saveDocument(form.id, document);
        return undefined;
      }),
  };
}

export function toLanguage({ language }: { readonly language?: string }): { readonly language?: string } {
  return language === undefined || !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? {} : { language };
}

/** `undefined` where this guest is not asked such a step. */
function readWriting(
  found: FormCase,
  { step: id, values, mayBeIncomplete = false }: StepWriting,
  parts: WriteFormParts,
): { readonly content: Partial<FormContent>; readonly problems: WriteResult } | undefined {
  const { content } = found.form;
  const context = toReadContext(found, toCountry(values.country), parts);
  const read = (step: AskedStep) => readStep(step, values, context);
  const shown = listSteps(found).find((asked) => asked.id === id);
  if (shown === undefined) return undefined;
  const step = findStepAfter(found, shown, read(shown));
  const reading = read(step);
  const answers = { ...toPrefilled(found, step.id), ...content.answers, ...reading.answers };
  const questions = { ...content.questions, ...reading.questions };
  const missing = mayBeIncomplete ? {} : checkStep(step, { answers, questions });
  const problems = { ...missing, ...reading.problems };
  const isDone = Object.keys(problems).length === 0;
  const doneSteps = isDone ? [...new Set([...content.doneSteps, id])] : content.doneSteps;
  return { content: { answers: withoutEmpty(answers), questions, doneSteps }, problems };
}

/** The same step as it is asked once these answers stand: whoever turns out to be under age has a guardian. */
function findStepAfter(found: FormCase, step: AskedStep, { answers }: StepReading): AskedStep {
  const { form } = found;
  const content = { ...form.content, answers: { ...form.content.answers, ...withoutEmpty(answers) } };
  return listSteps({ ...found, form: { ...form, content } }).find(({ id }) => id === step.id) ?? step;
}

/** Names as booked, which the page shows as if they were typed. */
function toPrefilled({ own }: FormCase, step: string): StepReading['answers'] {
  const { firstName, lastName } = own?.subject.fields ?? {};
  if (step !== 'person') return {};
  return { ...(firstName !== undefined && { firstName }), ...(lastName !== undefined && { lastName }) };
}

function toCountry(typed: string | undefined): string | undefined {
  const code = toCleanText(typed ?? '').toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : undefined;
}

function withoutEmpty(answers: StepReading['answers']): StepReading['answers'] {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));
}
