import { attributes, type Html, html } from '../html.ts';
import { type AnswerWords, answerList } from './answer-list.ts';
import type { PageContent } from './form-document.ts';
import type { PageFrame } from './form-view.ts';

export interface RightsView {
  readonly version: number;
  readonly held: readonly AnswerWords[];
  readonly consents: readonly {
    readonly purpose: string;
    readonly label: string;
    readonly given: boolean;
    readonly at: string;
    readonly textVersion: string;
  }[];
  /** Whether it was sent: to correct it then opens it again. */
  readonly isSent: boolean;
  /** What was done on the last POST. */
  readonly done?: 'withdrawn' | 'objected' | 'asked';
  /** What was asked for before, with its day. */
  readonly requests: readonly { readonly kind: 'object' | 'ask_person'; readonly at: string }[];
}

/** What is held, and each right one press away: GDPR articles 15, 16, 7 (3), 21 and 22. */
export function rightsPage(frame: PageFrame, view: RightsView): PageContent {
  const { t, address = '' } = frame;
  const main = html`<div class="head">
      <h1 tabindex="-1">${t('rights.title')}</h1>
      <p class="lead">${t('rights.lead', { property: frame.property.name })}</p>
    </div>
    ${view.done !== undefined && html`<p class="note" role="status">${t(`rights.done.${view.done}`)}</p>`}
    <div class="stack">
      ${heldCard(frame, view)} ${view.consents.length > 0 && consentsCard(frame, view)}
      ${askCard(frame, view, 'ask_person')} ${askCard(frame, view, 'object')}
      <p><a class="link" href="${address}">${t('rights.back')}</a></p>
    </div>`;
  return { title: t('rights.title'), main, hasForm: false };
}

function heldCard(frame: PageFrame, { held, isSent, version }: RightsView): Html {
  const { t, address = '' } = frame;
  const button = html`<button class="button second" type="submit">${t('rights.correct')}</button>`;
  return html`<section class="card">
    <h2>${t('rights.held')}</h2>
    ${held.length === 0 ? html`<p class="hint">${t('rights.nothing')}</p>` : answerList(held)}
    ${
      isSent
        ? postForm(frame, { action: 'correct', version, content: button })
        : html`<a class="button second" href="${address}">${t('rights.correct')}</a>`
    }
  </section>`;
}

function consentsCard(frame: PageFrame, { consents, version }: RightsView): Html {
  const { t } = frame;
  const rows = consents.map(
    ({ purpose, label, given, at, textVersion }) =>
      html`<div class="fields">
        <p>${label}</p>
        <p class="hint">${t(given ? 'rights.given' : 'rights.notGiven', { date: at, version: textVersion })}</p>
        ${given && postForm(frame, { action: 'rights/withdraw', version, content: html`<input type="hidden" name="purpose" value="${purpose}" /><button class="button second" type="submit">${t('rights.withdraw')}</button>` })}
      </div>`,
  );
  return html`<section class="card">
    <h2>${t('rights.consents')}</h2>
    ${rows}
  </section>`;
}

function askCard(frame: PageFrame, view: RightsView, kind: 'object' | 'ask_person'): Html {
  const { t } = frame;
  const earlier = view.requests.filter((request) => request.kind === kind);
  const id = `f-${kind}`;
  const content = html`<div class="fields"><div class="field"><label for="${id}">${t('rights.words')} <span class="optional">${t('optional')}</span></label><textarea${attributes({ id, name: 'text', rows: 3, maxlength: 2000 })}></textarea></div><button class="button second" type="submit">${t(`rights.${kind}.button`)}</button></div>`;
  return html`<section class="card">
    <h2>${t(`rights.${kind}.title`)}</h2>
    <p>${t(`rights.${kind}.text`)}</p>
    ${earlier.map(({ at }) => html`<p class="hint">${t('rights.askedOn', { date: at })}</p>`)}${postForm(frame, { action: kind === 'object' ? 'rights/object' : 'rights/ask', version: view.version, content })}
  </section>`;
}

function postForm(
  { address = '', csrf }: PageFrame,
  { action, version, content }: { readonly action: string; readonly version: number; readonly content: Html },
): Html {
  return html`<form method="post" action="${address}/${action}">
    <input type="hidden" name="csrf" value="${csrf}" /><input
      type="hidden"
      name="version"
      value="${version}"
    />${content}
  </form>`;
}

export interface NoticeView {
  readonly version: string;
  readonly controller: string;
  /** The property's own text, its paragraphs apart by empty lines; the built-in one where there is none. */
  readonly ownText?: string;
  readonly url?: string;
  readonly purposes: readonly string[];
}

/** Who keeps what, why, how long, and what the guest may ask for. */
export function noticePage(frame: PageFrame, view: NoticeView): PageContent {
  const { t, address = '' } = frame;
  const values = { controller: view.controller };
  const builtIn = ['who', 'what', 'why', 'where', 'decision', 'long', 'rights'].map(
    (part) =>
      html`<h2>${t(`notice.${part}.title`)}</h2>
        <p>${t(`notice.${part}.text`, values)}</p>`,
  );
  const own = view.ownText?.split(/\n\s*\n/).map((paragraph) => html`<p>${paragraph}</p>`);
  const main = html`<div class="head">
      <h1 tabindex="-1">${t('notice.title')}</h1>
      <p class="lead">${t('notice.version', { version: view.version })}</p>
    </div>
    <div class="prose">
      ${own ?? builtIn}${
        view.purposes.length > 0 &&
        html`<h2>${t('notice.purposes')}</h2>
          <ul>
            ${view.purposes.map((purpose) => html`<li>${purpose}</li>`)}
          </ul>`
      }${view.url !== undefined && html`<p><a href="${view.url}" rel="noreferrer">${t('notice.full')}</a></p>`}
      <p><a class="link" href="${address}/rights">${t('foot.rights')}</a></p>
      <p><a class="link" href="${address}">${t('rights.back')}</a></p>
    </div>`;
  return { title: t('notice.title'), main, hasForm: false };
}
