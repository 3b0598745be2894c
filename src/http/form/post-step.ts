import type { FieldProblems, TypedValues } from '../../domain/form/check-answers.ts';
import { endedPage } from '../../pages/form/state-pages.ts';
import type { FormSession, FormWriting } from '../../screening/form/guest-form.ts';
import type { FormBody } from './form-body.ts';
import { type FormDesk, showPage, showStep } from './form-guest.ts';
import { chooseVisitLanguage, languageCookie, type Visit } from './form-visit.ts';
import { findStep } from './read-pages.ts';
import { isSameAnswer } from './same-answer.ts';
import type { SessionStep } from './step-view.ts';
import { readUpload } from './uploaded-document.ts';
import type { FormAnswer, FormCookie } from './write-page.ts';

/** What a POST of the form knows, once it is sure to come from our page. */
export interface Posting {
  readonly visit: Visit;
  readonly desk: FormDesk;
  readonly session: FormSession;
  readonly body: FormBody;
}

/** One step: saved, then on to the next; with what is wrong beside each field where something is. */
export async function postStep(posting: Posting, stepId: string): Promise<FormAnswer> {
  const { visit, desk, session, body } = posting;
  const step = findStep(session, stepId);
  if (step === undefined || session.state !== 'open') return { seeOther: visit.address };
  const { values } = body;
  const chosen = values.language;
  const isLeaving = chosen !== undefined || values.go === 'back';
  if (stepId === 'consent' && !isLeaving) return submit(posting, step);
  const isConsent = stepId === 'consent';
  const writing = isConsent
    ? ({ kind: 'saved', session } as const)
    : await desk.forms.saveStep(visit.access, {
        step: step.id,
        revision: toRevision(values.version),
        values: toStepValues(step, values),
        language: chosen ?? chooseVisitLanguage(visit, session),
        ...(isLeaving && { mayBeIncomplete: true }),
      });
  if (chosen !== undefined) return changeLanguage(posting, step, writing);
  if (values.go === 'back') return { seeOther: `${visit.address}/${stepBefore(session, step)}` };
  return answerWriting(posting, step, await withUpload(posting, writing));
}

/** The same page in another language, with what was typed. */
async function changeLanguage(posting: Posting, step: SessionStep, writing: FormWriting): Promise<FormAnswer> {
  const { visit, desk, body } = posting;
  if (!('session' in writing)) return goneAnswer(posting);
  const language = body.values.language ?? '';
  const inLanguage = { ...visit, askedLanguage: language };
  const answer = await showStep({ visit: inLanguage, desk, session: writing.session }, step, {
    typed: body.values,
    isCorrection: isCorrection(body.values),
    ...(writing.kind === 'problems' && { problems: writing.problems }),
  });
  return { ...answer, cookies: [toLanguageCookie(visit, language)] };
}

export function toLanguageCookie({ address }: Visit, language: string): FormCookie {
  return { name: languageCookie, value: language, path: address };
}

async function withUpload({ visit, desk, session, body }: Posting, writing: FormWriting): Promise<FormWriting> {
  if (body.file === undefined || !session.allowsDocumentUpload || writing.kind !== 'saved') return writing;
  const upload = await readUpload(body.file);
  if ('problem' in upload) {
    return { kind: 'problems', problems: { documentImage: upload.problem }, session: writing.session };
  }
  return desk.forms.saveDocument(visit.access, upload);
}

async function answerWriting(posting: Posting, step: SessionStep, writing: FormWriting): Promise<FormAnswer> {
  const { visit, desk, body } = posting;
  const here = { typed: body.values, isCorrection: isCorrection(body.values) };
  switch (writing.kind) {
    case 'saved':
      return { seeOther: `${visit.address}/${stepAfter(writing.session, step, body.values)}` };
    case 'problems':
      return showAgain(posting, writing.session, { ...here, step, problems: writing.problems, status: 422 });
    case 'stale':
      // The same page sent twice: what it says stands already.
      if (isSameAnswer(step, body.values, writing.session)) {
        return { seeOther: `${visit.address}/${stepAfter(writing.session, step, body.values)}` };
      }
      return showStep({ visit, desk, session: writing.session }, step, { ...here, status: 409, isOvertaken: true });
    case 'locked':
      return { seeOther: visit.address };
    case 'gone':
      return goneAnswer(posting);
  }
}

interface Again {
  readonly step: SessionStep;
  readonly typed: TypedValues;
  readonly isCorrection: boolean;
  readonly problems: FieldProblems;
  readonly status: number;
}

/** What is asked may have changed by what was answered, e.g. of whom is under age. */
function showAgain({ visit, desk }: Posting, session: FormSession, { step, ...shown }: Again): Promise<FormAnswer> {
  return showStep({ visit, desk, session }, findStep(session, step.id) ?? step, shown);
}

async function submit(posting: Posting, step: SessionStep): Promise<FormAnswer> {
  const { visit, desk, session, body } = posting;
  const consents = Object.entries(body.values)
    .filter(([name, value]) => name.startsWith('consent.') && value === 'yes')
    .map(([name]) => name.slice('consent.'.length));
  const writing = await desk.forms.submit(visit.access, {
    revision: toRevision(body.values.version),
    language: chooseVisitLanguage(visit, session),
    consents,
  });
  if (writing.kind === 'saved') return { seeOther: visit.address };
  if (writing.kind === 'stale' && writing.session.state === 'submitted') return { seeOther: visit.address };
  return answerWriting(posting, step, writing);
}

/** Our own page proves that the link was right when it was opened: so this may be said. */
export function goneAnswer({ visit, desk, session }: Posting): FormAnswer {
  return showPage(visit, session, { desk, status: 410, toPage: endedPage });
}

function stepBefore({ steps }: FormSession, { id }: SessionStep): string {
  return steps[steps.findIndex((step) => step.id === id) - 1]?.id ?? '';
}

function stepAfter({ steps }: FormSession, { id }: SessionStep, values: TypedValues): string {
  if (isCorrection(values)) return 'consent';
  return steps[steps.findIndex((step) => step.id === id) + 1]?.id ?? 'consent';
}

function isCorrection(values: TypedValues): boolean {
  return values.from === 'review';
}

export function toRevision(version: string | undefined): number {
  return /^\d{1,9}$/.test(version ?? '') ? Number(version) : -1;
}

/** Fields of this step alone. A choice that nobody made is sent by no browser: it empties the field. */
function toStepValues(step: SessionStep, values: TypedValues): TypedValues {
  const names = [...step.fields.map(({ field }) => field), ...step.questions.map(({ id }) => `question.${id}`)];
  return Object.fromEntries(names.map((name) => [name, values[name] ?? '']));
}
