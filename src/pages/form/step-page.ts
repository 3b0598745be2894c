import { attributes, type Html, html } from '../html.ts';
import { documentReader } from './document-reader.ts';
import { field, type FieldSurroundings, labelOf, toId } from './field.ts';
import { type PageContent } from './form-document.ts';
import type { FieldView, PageFrame, StepView } from './form-view.ts';
import { pageFormId } from './language-menu.ts';

/** One subject of the form: what it is about, why it is asked, the questions, and on. */
export function stepPage(frame: PageFrame, step: StepView): PageContent {
  const { t } = frame;
  const surroundings = { frame, likelyCountries: step.likelyCountries };
  const main = html`${progress(frame, step)}
<div class="head"><h1 tabindex="-1">${t(`step.${step.id}.title`)}</h1><p class="lead">${t(`step.${step.id}.why`, { property: frame.property.name })}${step.why !== undefined && ` ${t(`why.${step.why}`)}`}</p></div>
${step.isOvertaken === true && html`<p class="note" role="alert">${t('overtaken')}</p>`}
${problemSummary(frame, step.fields)}
<form${attributes({ id: pageFormId, method: 'post', action: step.action, novalidate: true, 'data-step': step.id, 'data-problems': wordsForTyping(frame), 'data-offline': t('offline'), enctype: hasFile(step) ? 'multipart/form-data' : undefined })}>
${hiddenFields(frame, step)}${step.isCorrection && html`<input type="hidden" name="from" value="review" />`}
${step.canReadDocument === true && documentReader(frame)}
<div class="fields">${groups(step.fields, surroundings)}</div>
${actions(frame, step, t(step.isCorrection ? 'saveChange' : 'continue'))}
${savedMark(frame, step)}
</form>`;
  const hasProblem = step.fields.some(({ problem }) => problem !== undefined);
  return { title: `${hasProblem ? `${t('problemTitle')} ` : ''}${t(`step.${step.id}.title`)}`, main, hasForm: true };
}

/** What the script can say while somebody types. */
function wordsForTyping({ t }: PageFrame): string {
  const codes = ['date_impossible', 'date_in_future', 'date_too_long_ago', 'email_unreadable'];
  return JSON.stringify(Object.fromEntries(codes.map((code) => [code, t(`problem.${code}`)])));
}

export function progress({ t }: PageFrame, { number, count }: Pick<StepView, 'number' | 'count'>): Html {
  const marks = Array.from(
    { length: count },
    (_, index) => html`<i${attributes({ class: index < number ? 'done' : undefined })}></i>`,
  );
  return html`<div class="progress">
    <span>${t('progress', { number, count })}</span><span class="bar" aria-hidden="true">${marks}</span>
  </div>`;
}

export function hiddenFields({ csrf }: PageFrame, { version }: Pick<StepView, 'version'>): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}" /><input
      type="hidden"
      name="version"
      value="${version}"
    />`;
}

/** What is to be agreed to is a sentence of its own. */
function withoutStop(label: string): string {
  return label.replace(/[.。]$/u, '');
}

/** Stands first on the page and says where to look. */
export function problemSummary(frame: PageFrame, fields: readonly FieldView[]): Html | undefined {
  const wrong = fields.filter(({ problem }) => problem !== undefined);
  if (wrong.length === 0) return undefined;
  const { t } = frame;
  const items = wrong.map(
    (view) =>
      html`<li>
        <a href="#${toId(view)}">${withoutStop(labelOf(view, frame))}: ${t(`problem.${view.problem ?? ''}`)}</a>
      </li>`,
  );
  return html`<div class="summary" role="alert" tabindex="-1" data-summary>
    <h2>${t('problems', { count: wrong.length })}</h2>
    <ul>
      ${items}
    </ul>
  </div>`;
}

/** Short fields that belong together stand side by side where there is room. */
const pairs: readonly (readonly [string, string])[] = [
  ['zip', 'city'],
  ['documentIssuedOn', 'documentExpiresOn'],
];

function groups(fields: readonly FieldView[], surroundings: FieldSurroundings): Html[] {
  const ordered = inCultureOrder(fields, surroundings.frame.language);
  const rendered: Html[] = [];
  for (let index = 0; index < ordered.length; index += 1) {
    const [view, next] = [ordered[index], ordered[index + 1]];
    if (view === undefined) continue;
    const isPair = pairs.some(([one, other]) => one === view.name && other === next?.name);
    if (!isPair || next === undefined) rendered.push(field(view, surroundings));
    else {
      rendered.push(html`<div class="pair fields">${field(view, surroundings)}${field(next, surroundings)}</div>`);
      index += 1;
    }
  }
  return rendered;
}

const familyNameFirst: ReadonlySet<string> = new Set(['zh', 'ja']);

function inCultureOrder(fields: readonly FieldView[], language: string): readonly FieldView[] {
  const [first, last] = [fields.findIndex(isFirstName), fields.findIndex(isLastName)];
  if (!familyNameFirst.has(language.slice(0, 2)) || first < 0 || last !== first + 1) return fields;
  const ordered = [...fields];
  ordered.splice(first, 2, ...fields.slice(first, last + 1).reverse());
  return ordered;
}

const isFirstName = ({ name }: FieldView) => name === 'firstName';
const isLastName = ({ name }: FieldView) => name === 'lastName';

/** `back` is a button as well: what was typed is saved first. */
export function actions({ t }: PageFrame, { hasBack }: Pick<StepView, 'hasBack'>, forward: string): Html {
  return html`<div class="actions">
    ${hasBack && html`<button class="button second" type="submit" name="go" value="back" formnovalidate>${t('back')}</button>`}<button
      class="button"
      type="submit"
      data-submit
    >
      ${forward}
    </button>
  </div>`;
}

export function savedMark({ t }: PageFrame, { isSaved }: Pick<StepView, 'isSaved'>): Html {
  return html`<p class="${isSaved ? 'saved done' : 'saved'}" data-saved>${t(isSaved ? 'saved' : 'willBeSaved')}</p>`;
}

function hasFile({ fields }: StepView): boolean {
  return fields.some(({ control }) => control === 'file');
}
