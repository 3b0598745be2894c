import { attributes, type Html, html } from '../html.ts';
import { field } from './field.ts';
import type { PageContent } from './form-document.ts';
import type { FieldView, PageFrame, StepView } from './form-view.ts';
import { pageFormId } from './language-menu.ts';
import { hiddenFields, problemSummary, progress, savedMark } from './step-page.ts';

export interface CompanionsView extends Omit<StepView, 'fields'> {
  readonly companions: readonly CompanionView[];
  /** How many more the reservation has room for. */
  readonly room: number;
  readonly addAction: string;
  /** Of the companion who is being added; present while there is room. */
  readonly newCompanion: readonly FieldView[];
  /** Just added or invited. */
  readonly justAdded?: string;
}

export interface CompanionView {
  readonly name: string;
  /** `invited`: a link is on its way · `open`: has not answered · `filled_in` · `sent`. */
  readonly state: 'invited' | 'open' | 'filled_in' | 'sent';
  /** Where the booker fills in for them. */
  readonly fillInUrl?: string;
  /** To hand on by any messenger. */
  readonly link?: string;
}

/** Who comes along: invited by a link of their own, or filled in for by the booker. */
export function companionsPage(frame: PageFrame, view: CompanionsView): PageContent {
  const { t } = frame;
  const main = html`${progress(frame, view)}
<div class="head"><h1 tabindex="-1">${t('step.companions.title')}</h1><p class="lead">${t('step.companions.why')}</p></div>
${view.isOvertaken === true && html`<p class="note" role="alert">${t('overtaken')}</p>`}
${problemSummary(frame, view.newCompanion)}
<div class="stack">
${view.justAdded !== undefined && html`<p class="note" role="status">${t('companion.added', { name: view.justAdded })}</p>`}
${view.companions.map((companion) => companionCard(frame, companion))}
${view.room > 0 ? addForm(frame, view) : html`<p class="hint">${t('companion.full')}</p>`}
</div>
<form${attributes({ id: pageFormId, method: 'post', action: view.action, 'data-step': 'companions' })}>
${hiddenFields(frame, view)}
<div class="actions">${view.backUrl !== undefined && html`<a class="button second" href="${view.backUrl}">${t('back')}</a>`}<button class="button" type="submit" data-submit>${t('continue')}</button></div>
${savedMark(frame, view)}
</form>`;
  return { title: t('step.companions.title'), main, hasForm: true };
}

function companionCard({ t }: PageFrame, { name, state, fillInUrl, link }: CompanionView): Html {
  return html`<section class="card">
    <h2><bdi>${name}</bdi></h2>
    <p class="hint">${t(`companion.state.${state}`)}</p>
    ${link !== undefined && html`<label class="hint">${t('companion.link')}<input${attributes({ type: 'text', readonly: true, value: link, dir: 'ltr', 'data-copy': t('copied') })}></label>`}${fillInUrl !== undefined && html`<a class="link" href="${fillInUrl}">${t('companion.fillIn', { name })}</a>`}
  </section>`;
}

function addForm(frame: PageFrame, view: CompanionsView): Html {
  const { t } = frame;
  const surroundings = { frame, likelyCountries: view.likelyCountries };
  const fields = view.newCompanion.map((one) => field(one, surroundings));
  const isOpen =
    view.companions.length === 0 ||
    view.newCompanion.some(({ problem, value }) => problem !== undefined || value !== '');
  return html`<details${attributes({ class: 'card fold', open: isOpen })}><summary>${t('companion.add', { count: view.room })}</summary><form${attributes({ method: 'post', action: view.addAction, novalidate: true })}>${hiddenFields(frame, view)}<div class="fields">${fields}<button class="button second" type="submit" data-submit>${t('companion.addButton')}</button></div></form></details>`;
}
