import { attributes, type Html, html } from '../html.ts';
import { type AnswerWords, answerList } from './answer-list.ts';
import { field } from './field.ts';
import type { PageContent } from './form-document.ts';
import type { FieldView, PageFrame, StepView } from './form-view.ts';
import { pageFormId } from './language-menu.ts';
import { actions, hiddenFields, problemSummary, progress, savedMark } from './step-page.ts';

export interface ReviewView extends StepView {
  readonly sections: readonly {
    readonly step: string;
    readonly changeUrl: string;
    readonly answers: readonly AnswerWords[];
  }[];
  /** What is still missing before it can be sent; each leads to its step. */
  readonly open: readonly { readonly label: string; readonly url: string; readonly problem: string }[];
  /** The purposes that the guest may agree to, none of them ticked for him. */
  readonly consents: readonly FieldView[];
  readonly noticeVersion: string;
}

/** Everything once more, then what is agreed to, then `send`. */
export function reviewPage(frame: PageFrame, view: ReviewView): PageContent {
  const { t } = frame;
  const surroundings = { frame, likelyCountries: [] };
  const main = html`${progress(frame, view)}
<div class="head"><h1 tabindex="-1">${t('step.consent.title')}</h1><p class="lead">${t('step.consent.why', { property: frame.property.name })}</p></div>
${view.isOvertaken === true && html`<p class="note" role="alert">${t('overtaken')}</p>`}
${openList(frame, view)}
${problemSummary(frame, view.consents)}
<div class="stack">${view.sections.map((section) => answersCard(frame, section))}</div>
<form${attributes({ id: pageFormId, method: 'post', action: view.action, novalidate: true, 'data-step': 'consent', 'data-offline': t('offline') })}>
${hiddenFields(frame, view)}
<div class="stack fields consents">${view.consents.map((consent) => field(consent, surroundings))}</div>
<p class="hint">${t('consent.withdrawable')} <a href="${frame.address}/privacy">${t('consent.notice', { version: view.noticeVersion })}</a></p>
${actions(frame, view, t('send'))}
${savedMark(frame, view)}
</form>`;
  return { title: t('step.consent.title'), main, hasForm: true };
}

function openList({ t }: PageFrame, { open }: ReviewView): Html | undefined {
  if (open.length === 0) return undefined;
  const items = open.map(
    ({ label, url, problem }) => html`<li><a href="${url}">${label}: ${t(`problem.${problem}`)}</a></li>`,
  );
  return html`<div class="summary" role="alert" tabindex="-1" data-summary>
    <h2>${t('problems', { count: open.length })}</h2>
    <ul>
      ${items}
    </ul>
  </div>`;
}

function answersCard({ t }: PageFrame, { step, changeUrl, answers }: ReviewView['sections'][number]): Html {
  const title = t(`step.${step}.short`);
  return html`<section class="card">
    <div class="headline">
      <h2>${title}</h2>
      <a href="${changeUrl}">${t('change')}<span class="hidden"> – ${title}</span></a>
    </div>
    ${answers.length === 0 ? html`<p class="hint">${t('nothingGiven')}</p>` : answerList(answers)}
  </section>`;
}
