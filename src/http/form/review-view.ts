import type { FieldView } from '../../pages/form/form-view.ts';
import type { ReviewView } from '../../pages/form/review-page.ts';
import type { CompanionsView } from '../../pages/form/companions-page.ts';
import type { NoticeView, RightsView } from '../../pages/form/rights-page.ts';
import type { SentView } from '../../pages/form/state-pages.ts';
import { toLocalDate } from '../../domain/calendar.ts';
import type { AskedStep } from '../../domain/form/form-steps.ts';
import type { Language } from '../../i18n/languages.ts';
import { formatsFor } from '../../i18n/formats.ts';
import type { FormSession } from '../../screening/form/guest-form.ts';
import { type AnswerWords, listAnswerWords, listQuestionWords, textIn } from './answer-words.ts';
import { type SessionStep, type StepSituation, toFieldView, toStepView } from './step-view.ts';

export function toReviewView(step: SessionStep, situation: StepSituation): ReviewView {
  const { session, visit, problems = {} } = situation;
  const shown = session.steps.filter(({ id }) => id !== 'consent');
  const open = Object.entries(problems).flatMap(([name, problem]) => {
    const owner = shown.find((one) => listNames(one).includes(name));
    if (owner === undefined) return [];
    return [{ label: labelOf(name, owner, situation), url: `${visit.address}/${owner.id}?from=review`, problem }];
  });
  return {
    ...toStepView(step, situation),
    sections: shown.map((one) => ({
      step: one.id,
      changeUrl: `${visit.address}/${one.id}?from=review`,
      answers: one.id === 'companions' ? listCompanionWords(situation) : listStepWords(one, situation),
    })),
    open,
    consents: listConsents(situation),
    noticeVersion: session.notice.version,
  };
}

function listNames({ fields, questions }: SessionStep): readonly string[] {
  return [...fields.map(({ field }) => field), ...questions.map(({ id }) => `question.${id}`)];
}

function labelOf(name: string, { questions }: SessionStep, { frame }: StepSituation): string {
  const question = questions.find(({ id }) => name === `question.${id}`);
  return question === undefined ? frame.t(`field.${name}`) : textIn(question.text, frame.language);
}

function listStepWords(step: SessionStep, { frame, session }: StepSituation): readonly AnswerWords[] {
  const fields = step.fields.map(({ field }) => field);
  return [
    ...listAnswerWords(frame, fields, session.answers),
    ...listQuestionWords(frame, step.questions, session.questions),
  ];
}

function listCompanionWords({ frame, session }: StepSituation): readonly AnswerWords[] {
  return session.companions.listed.map(({ name, state }) => ({
    label: name,
    text: frame.t(`companion.state.${state}`),
  }));
}

/** The notice first, which has to be read; then what is free, none of it ticked by us. */
function listConsents(situation: StepSituation): readonly FieldView[] {
  const { frame, session, typed, problems } = situation;
  const toConsent = (purpose: string, label: string, isRequired: boolean): FieldView => {
    const name = `consent.${purpose}`;
    const problem = problems?.[name] ?? problems?.[purpose];
    const isGiven = session.consents.findLast((consent) => consent.purpose === purpose)?.given ?? false;
    const value = typed === undefined ? (isGiven ? 'yes' : '') : (typed[name] ?? '');
    return { name, control: 'checkbox', label, isRequired, value, ...(problem !== undefined && { problem }) };
  };
  return [
    toConsent('privacy', frame.t('consent.privacy'), true),
    ...session.notice.purposes.map(({ id, text }) => toConsent(id, textIn(text, frame.language), false)),
    ...(session.asksMarketing ? [toConsent('marketing', frame.t('consent.marketing'), false)] : []),
  ];
}

export function toCompanionsView(
  step: SessionStep,
  situation: StepSituation & { readonly companionFields: AskedStep['fields']; readonly failed?: 'invite' | 'add' },
): CompanionsView {
  const { session, companionFields, failed, typed, problems } = situation;
  const toAdd = failed === 'add' ? { ...(typed && { typed }), ...(problems && { problems }) } : {};
  return {
    ...toStepView(step, situation),
    companions: session.companions.listed,
    room: Math.max(0, session.companions.most - session.companions.listed.length),
    invitation: listInvitationFields(session, failed === 'invite' ? situation : {}),
    filledIn: companionFields.map((asked) => toFieldView({ ...asked, saved: '' }, toAdd, false)),
  };
}

function listInvitationFields(
  { companions }: FormSession,
  { typed, problems }: Pick<StepSituation, 'typed' | 'problems'>,
): readonly FieldView[] {
  const toField = (name: string, isRequired: boolean, problem: string | undefined): FieldView => {
    return { name, control: 'text', isRequired, value: typed?.[name] ?? '', ...(problem !== undefined && { problem }) };
  };
  return [
    toField('companionName', true, problems?.name ?? problems?.companionName),
    ...(companions.canBeMailed ? [toField('companionEmail', false, problems?.companionEmail)] : []),
  ];
}

/** Never what the checks said: only whether something is left to do, and for whom. */
export function toSentView(session: FormSession): SentView {
  const isAsked = session.requests.length > 0;
  const state =
    session.delivery === 'refused' || isAsked
      ? 'desk_will_look'
      : session.delivery === 'waiting'
        ? 'on_its_way'
        : 'nothing_more';
  return { state, ...(session.nextUrl !== undefined && { nextUrl: session.nextUrl }) };
}

export function toRightsView(situation: StepSituation, done: RightsView['done']): RightsView {
  const { frame, session } = situation;
  const formats = formatsFor(frame.language as Language);
  const toDay = (at: string) => formats.shortDate(toLocalDate(at, session.property.timeZone));
  const labels = new Map(listConsents(situation).map(({ name, label = '' }) => [name.slice('consent.'.length), label]));
  return {
    version: session.revision,
    held: session.steps.flatMap((step) => listStepWords(step, situation)),
    consents: session.consents.map(({ purpose, given, at, version }) => ({
      purpose,
      label: labels.get(purpose) ?? purpose,
      given,
      at: toDay(at),
      textVersion: version,
    })),
    isSent: session.state === 'submitted',
    requests: session.requests.map(({ kind, at }) => ({ kind, at: toDay(at) })),
    ...(done !== undefined && { done }),
  };
}

export function toNoticeView({ frame, session }: StepSituation): NoticeView {
  const { version, controller, url, text, purposes } = session.notice;
  return {
    version,
    controller: controller ?? frame.property.name,
    purposes: purposes.map((purpose) => textIn(purpose.text, frame.language)),
    ...(url !== undefined && { url }),
    ...(text !== undefined && { ownText: textIn(text, frame.language) }),
  };
}
