import { noticePage, type RightsView, rightsPage } from '../../pages/form/rights-page.ts';
import { sentPage } from '../../pages/form/state-pages.ts';
import type { FormSession } from '../../screening/form/guest-form.ts';
import { type FormDesk, showLocked, showPage, showStep, showWrongLink } from './form-guest.ts';
import { toFrame, type Visit } from './form-visit.ts';
import { toNoticeView, toRightsView, toSentView } from './review-view.ts';
import type { SessionStep } from './step-view.ts';
import type { FormAnswer } from './write-page.ts';

export type Opened = { readonly session: FormSession } | { readonly answer: FormAnswer; readonly isWrong: boolean };

/** The session, or the page that stands in its place. */
export async function openForm(visit: Visit, desk: FormDesk): Promise<Opened> {
  const opening = await desk.forms.openByToken(visit.access);
  if (opening === undefined) return { answer: showWrongLink(visit, desk), isWrong: true };
  if (opening.kind === 'locked') return { answer: showLocked(visit, desk, { opening }), isWrong: false };
  return { session: opening.session };
}

/** Where a guest goes on: the first step that is not done, or what came of it. */
export async function readForm(visit: Visit, desk: FormDesk, session: FormSession): Promise<FormAnswer> {
  if (session.state === 'submitted') {
    return showPage(visit, session, { desk, toPage: (frame) => sentPage(frame, toSentView(session)) });
  }
  const step = session.steps.find(({ isDone }) => !isDone) ?? session.steps.at(-1);
  return step === undefined ? showWrongLink(visit, desk) : showStep({ visit, desk, session }, step);
}

export interface StepRequest {
  readonly id: string;
  readonly isCorrection: boolean;
}

/** A step by its name, for `back` and for changes; what is none leads to where the guest is. */
export async function readStepPage(
  visit: Visit,
  desk: FormDesk,
  { session, step }: { readonly session: FormSession; readonly step: StepRequest },
): Promise<FormAnswer> {
  const found = findStep(session, step.id);
  if (found === undefined || session.state === 'submitted') return { seeOther: visit.address };
  return showStep({ visit, desk, session }, found, { isCorrection: step.isCorrection });
}

export function findStep(session: FormSession, id: string): SessionStep | undefined {
  return session.steps.find((step) => step.id === id);
}

export function readNotice(visit: Visit, desk: FormDesk, session: FormSession): FormAnswer {
  const frame = toFrame(visit, session, desk.assets);
  return { status: 200, frame, content: noticePage(frame, toNoticeView({ visit, frame, session })) };
}

const doneWords = ['withdrawn', 'objected', 'asked'] as const;

export function readRights(
  visit: Visit,
  desk: FormDesk,
  { session, done }: { readonly session: FormSession; readonly done: unknown },
): FormAnswer {
  const frame = toFrame(visit, session, desk.assets);
  const word: RightsView['done'] = doneWords.find((known) => known === done);
  return { status: 200, frame, content: rightsPage(frame, toRightsView({ visit, frame, session }, word)) };
}
