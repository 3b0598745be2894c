import type { PageContent } from '../../pages/form/form-document.ts';
import { companionsPage } from '../../pages/form/companions-page.ts';
import { reviewPage } from '../../pages/form/review-page.ts';
import { unlockPage, wrongLinkPage } from '../../pages/form/state-pages.ts';
import { stepPage } from '../../pages/form/step-page.ts';
import type { FormOpening, FormSession } from '../../screening/form/guest-form.ts';
import type { FormHttpParts } from './form-http-parts.ts';
import { type FrameAssets, type Framed, toFrame, type Visit } from './form-visit.ts';
import { toCompanionsView, toReviewView } from './review-view.ts';
import { type SessionStep, type StepSituation, toStepView } from './step-view.ts';
import type { FormAnswer } from './write-page.ts';

/** What every handler of the form works with. */
export interface FormDesk extends FormHttpParts {
  readonly assets: FrameAssets;
}

export type Shown = Omit<StepSituation, 'visit' | 'frame' | 'session'> & { readonly failed?: 'invite' | 'add' };

/** One page of the session: the step, or the review where that is the step. */
export async function showStep(
  { visit, desk, session }: { readonly visit: Visit; readonly desk: FormDesk; readonly session: FormSession },
  step: SessionStep,
  { status = 200, ...shown }: Shown & { readonly status?: number } = {},
): Promise<FormAnswer> {
  const frame = toFrame(visit, session, desk.assets);
  const situation = { visit, frame, session, ...shown };
  return { status, frame, content: await toContent(step, situation, desk) };
}

async function toContent(
  step: SessionStep,
  situation: StepSituation & Pick<Shown, 'failed'>,
  { forms }: FormDesk,
): Promise<PageContent> {
  const { frame, visit } = situation;
  if (step.id === 'consent') return reviewPage(frame, toReviewView(step, situation));
  if (step.id !== 'companions') return stepPage(frame, toStepView(step, situation));
  const companionFields = await forms.listCompanionFields(visit.access);
  return companionsPage(frame, toCompanionsView(step, { ...situation, companionFields }));
}

/** The second factor, before anything of the guest is shown. */
export function showLocked(
  visit: Visit,
  desk: FormDesk,
  { opening, problem, value = '' }: { opening: FormOpening & { kind: 'locked' }; problem?: string; value?: string },
): FormAnswer {
  const frame = toFrame(visit, opening, desk.assets);
  const isDate = opening.factor === 'arrival_date';
  const content = unlockPage(frame, {
    action: `${visit.address}/unlock`,
    factor: {
      name: isDate ? 'arrivalDate' : 'bookedLastName',
      control: isDate ? 'date' : 'text',
      isRequired: true,
      value,
      ...(problem !== undefined && { problem }),
    },
  });
  return { status: problem === undefined ? 200 : 422, frame, content };
}

export function showWrongLink(visit: Visit, { assets }: FormDesk): FormAnswer {
  const frame = toFrame(visit, {}, assets);
  return { status: 404, frame, content: wrongLinkPage(frame) };
}

/** Around a page that tells of no step. */
export function showPage(
  visit: Visit,
  framed: Framed,
  { desk, status = 200, toPage }: { desk: FormDesk; status?: number; toPage: (frame: FormAnswerFrame) => PageContent },
): FormAnswer {
  const frame = toFrame(visit, framed, desk.assets);
  return { status, frame, content: toPage(frame) };
}

type FormAnswerFrame = ReturnType<typeof toFrame>;
