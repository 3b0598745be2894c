import { attributes, type Html, html } from '../html.ts';
import { field } from './field.ts';
import type { PageContent } from './form-document.ts';
import type { FieldView, PageFrame, StepView } from './form-view.ts';
import { pageFormId } from './language-menu.ts';
import { actions, hiddenFields, problemSummary, progress, savedMark } from './step-page.ts';

export interface CompanionsView extends StepView {
  readonly companions: readonly CompanionView[];
  /** How many more the reservation has room for. */
  readonly room: number;
  /** Of somebody who gets a link. */
  readonly invitation: readonly FieldView[];
  /** Of somebody who is filled in for. */
  readonly filledIn: readonly FieldView[];
}

export interface CompanionView {
  readonly id: string;
  readonly name: string;
  readonly state: 'listed' | 'invited' | 'filled' | 'done';
  /** To hand on by any messenger. */
  readonly url?: string;
  readonly isMailed: boolean;
}

/** Who comes along: invited by a link of their own, or filled in for by the booker. */
export function companionsPage(frame: PageFrame, view: CompanionsView): PageContent {
  const { t } = frame;
  const title = t('step.companions.title');
  const main = html`${progress(frame, view)}
    <div class="head">
      <h1 tabindex="-1">${title}</h1>
      <p class="lead">${t('step.companions.why')}</p>
    </div>
    ${view.isOvertaken === true && html`<p class="note" role="alert">${t('overtaken')}</p>`}
    ${problemSummary(frame, [...view.invitation, ...view.filledIn])}
    <div class="stack">
      ${view.companions.map((companion) => companionCard(frame, view, companion))}
      ${view.room > 0 ? adding(frame, view) : html`<p class="hint">${t('companion.full')}</p>`}
    </div>
    <form${attributes({ id: pageFormId, method: 'post', action: view.action, 'data-step': 'companions' })}>
      ${hiddenFields(frame, view)}${actions(frame, view, t('continue'))}${savedMark(frame, view)}
    </form>`;
  return { title, main, hasForm: true };
}

function companionCard(
  frame: PageFrame,
  view: CompanionsView,
  { id, name, state, url, isMailed }: CompanionView,
): Html {
  const { t } = frame;
  const button = (action: 'invite' | 'remove', words: string) =>
    html`<form method="post" action="${view.action}/${action}">
      ${hiddenFields(frame, view)}<input type="hidden" name="companion" value="${id}" /><input
        type="hidden"
        name="companionName"
        value="${name}"
      /><button class="button second" type="submit">${words}<span class="hidden"> – ${name}</span></button>
    </form>`;
  return html`<section class="card">
    <h2><bdi>${name}</bdi></h2>
    <p class="hint">${t(`companion.state.${state}`)}</p>
    ${isMailed && state === 'invited' && html`<p class="hint">${t('companion.mailed')}</p>`}
    ${url !== undefined && linkToHandOn(frame, url, `f-link-${id}`)}
    ${state === 'listed' && button('invite', t('companion.invite'))}
    ${state === 'invited' && button('remove', t('companion.remove'))}
    ${state === 'filled' && button('remove', t('companion.removeFilled'))}
  </section>`;
}

/** To be copied by hand; the script offers the phone's own way of sharing. */
function linkToHandOn({ t }: PageFrame, url: string, id: string): Html {
  return html`<div class="field">
    <label for="${id}">${t('companion.link')}</label>
    <input${attributes({ id, type: 'text', readonly: true, value: url, dir: 'ltr' })}>
    <button class="button second" type="button" data-share="${url}" data-copied="${t('copied')}" hidden>${t('share')}</button>
  </div>`;
}

function adding(frame: PageFrame, view: CompanionsView): Html {
  const { t } = frame;
  return html`<h2>${t('companion.add', { count: view.room })}</h2>
    ${fold(frame, view, { action: 'invite', fields: view.invitation })}
    ${fold(frame, view, { action: 'add', fields: view.filledIn })}`;
}

interface Fold {
  readonly action: 'invite' | 'add';
  readonly fields: readonly FieldView[];
}

function fold(frame: PageFrame, view: CompanionsView, { action, fields }: Fold): Html {
  const { t } = frame;
  const isOpen = fields.some(({ problem }) => problem !== undefined);
  const surroundings = { frame, likelyCountries: view.likelyCountries };
  const rendered = fields.map((one) => field(one, surroundings));
  return html`<details${attributes({ class: 'card fold', open: isOpen })}>
    <summary>${t(`companion.${action}Title`)}</summary>
    <form method="post" action="${view.action}/${action}" novalidate>
      ${hiddenFields(frame, view)}
      <div class="fields">
        <p class="hint">${t(`companion.${action}Hint`)}</p>
        ${rendered}<button class="button second" type="submit" data-submit>${t(`companion.${action}Button`)}</button>
      </div>
    </form>
  </details>`;
}
