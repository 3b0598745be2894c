import { attributes, type Html, html } from '../html.ts';
import type { PageContent } from './form-document.ts';
import type { FieldView, PageFrame } from './form-view.ts';
import { field } from './field.ts';
import { pageFormId } from './language-menu.ts';
import { problemSummary } from './step-page.ts';

export type SentState = 'nothing_more' | 'desk_will_look' | 'on_its_way';

export interface SentView {
  readonly state: SentState;
  /** A vendor's own page that comes next, e.g. to show a document. */
  readonly nextUrl?: string;
}

const drawn = (path: string): Html => ({
  markup: `<span class="sign" aria-hidden="true"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg></span>`,
});

const signs = {
  done: drawn('M5 12.5l4.5 4.5L19 7.5'),
  desk: drawn('M4 18h16M6 18a6 6 0 0112 0M12 12V9.5M10 9.5h4'),
  ended: drawn('M12 7v5l3.5 2M12 21a9 9 0 110-18 9 9 0 010 18z'),
  lost: drawn('M9.5 9.5a2.5 2.5 0 114 2c-1 .8-1.500 1.300-1.500 2.500M12 17.500v.01M12 21a9 9 0 110-18 9 9 0 010 18z'),
  locked: drawn('M7 11V8a5 5 0 0110 0v3M6 11h12v9H6z'),
} as const;

/** After sending. What it says never depends on what the checks said of the person. */
export function sentPage(frame: PageFrame, view: SentView): PageContent {
  const { t, property, address = '', csrf } = frame;
  const title = t(`sent.${view.state}.title`);
  const main = html`<div${attributes({ class: 'state', 'data-waiting': view.state === 'on_its_way' })}>
      ${view.state === 'desk_will_look' ? signs.desk : signs.done}
      <h1 tabindex="-1">${title}</h1>
      <p class="lead">${t(`sent.${view.state}.text`, { property: property.name })}</p>
    </div>
    <div class="stack">
      ${view.nextUrl !== undefined && nextCard(frame, view.nextUrl)}
      <form method="post" action="${address}/correct">
        <input type="hidden" name="csrf" value="${csrf}" />
        <button class="button second" type="submit">${t('sent.correct')}</button>
      </form>
      <p><a class="link" href="${address}/rights">${t('sent.rights')}</a></p>
    </div>`;
  return { title, main, hasForm: false };
}

function nextCard({ t }: PageFrame, url: string): Html {
  return html`<section class="card tinted">
    <h2>${t('sent.next.title')}</h2>
    <p>${t('sent.next.text')}</p>
    <a class="button" href="${url}" rel="noreferrer">${t('sent.next.button')}</a>
  </section>`;
}

/** The same for a link that never was, that was mistyped and that was withdrawn: nobody learns which. */
export function wrongLinkPage(frame: PageFrame): PageContent {
  return statePage(frame, { key: 'wrongLink', sign: signs.lost });
}

/** For whoever held a right link whose stay is over. */
export function endedPage(frame: PageFrame): PageContent {
  return statePage(frame, { key: 'ended', sign: signs.ended });
}

export function tooManyPage(frame: PageFrame): PageContent {
  return statePage(frame, { key: 'tooMany', sign: signs.ended });
}

/** Something broke here, or the request did not come from our own page. */
export function troublePage(
  frame: PageFrame,
  { key, url }: { readonly key: 'trouble' | 'foreign' | 'tooLarge'; readonly url: string },
): PageContent {
  return statePage(frame, { key, sign: signs.lost, againUrl: url });
}

interface StateWords {
  readonly key: string;
  readonly sign: Html;
  /** Where to try again. */
  readonly againUrl?: string;
}

function statePage({ t }: PageFrame, { key, sign, againUrl }: StateWords): PageContent {
  const title = t(`${key}.title`);
  const main = html`<div class="state">
    ${sign}
    <h1 tabindex="-1">${title}</h1>
    <p class="lead">${t(`${key}.text`)}</p>
    ${againUrl !== undefined && html`<p><a class="button" href="${againUrl}">${t('openAgain')}</a></p>`}
  </div>`;
  return { title, main, hasForm: false };
}

export interface UnlockView {
  readonly action: string;
  readonly factor: FieldView;
}

/** Before anything of the guest is shown, where the property wants a second thing that only the guest knows. */
export function unlockPage(frame: PageFrame, { action, factor }: UnlockView): PageContent {
  const { t } = frame;
  const main = html`<div class="state">${signs.locked}<h1 tabindex="-1">${t('unlock.title')}</h1><p class="lead">${t('unlock.text')}</p></div>
${problemSummary(frame, [factor])}
<form${attributes({ id: pageFormId, method: 'post', action, novalidate: true })}><input type="hidden" name="csrf" value="${frame.csrf}"><div class="fields">${field(factor, { frame, likelyCountries: [] })}</div><div class="actions"><button class="button" type="submit" data-submit>${t('continue')}</button></div></form>`;
  return { title: t('unlock.title'), main, hasForm: true };
}
