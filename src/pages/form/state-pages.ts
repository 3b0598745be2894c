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
  readonly arrival?: string;
  readonly companions: readonly { readonly name: string; readonly link?: string }[];
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
  const { t, property, address } = frame;
  const isDesk = view.state === 'desk_will_look';
  const title = t(`sent.${view.state}.title`);
  const main = html`<div class="state" role="status">
      ${isDesk ? signs.desk : signs.done}
      <h1 tabindex="-1">${title}</h1>
      <p class="lead">${t(`sent.${view.state}.text`, { property: property.name })}</p>
      ${view.arrival !== undefined && html`<p>${t('sent.arrival', { date: view.arrival })}</p>`}
    </div>
    <div class="stack">
      ${
        view.nextUrl !== undefined &&
        html`<section class="card tinted">
          <h2>${t('sent.next.title')}</h2>
          <p>${t('sent.next.text')}</p>
          <a class="button" href="${view.nextUrl}" rel="noreferrer">${t('sent.next.button')}</a>
        </section>`
      }
      ${view.companions.map(
        ({ name, link }) =>
          html`<section class="card">
            <h2><bdi>${name}</bdi></h2>
            ${link !== undefined && html`<label class="hint">${t('companion.link')}<input type="text" readonly dir="ltr" value="${link}" /></label>`}
          </section>`,
      )}
      ${address !== undefined && html`<p><a class="link" href="${address}/rights">${t('sent.rights')}</a></p>`}
    </div>`;
  return { title, main, hasForm: false };
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
export function troublePage(frame: PageFrame, key: 'trouble' | 'foreign' | 'tooLarge'): PageContent {
  return statePage(frame, { key, sign: signs.lost });
}

function statePage(
  { t, address }: PageFrame,
  { key, sign }: { readonly key: string; readonly sign: Html },
): PageContent {
  const title = t(`${key}.title`);
  const again = key === 'trouble' || key === 'foreign' || key === 'tooLarge';
  const main = html`<div class="state">
    ${sign}
    <h1 tabindex="-1">${title}</h1>
    <p class="lead">${t(`${key}.text`)}</p>
    ${again && address !== undefined && html`<p><a class="button" href="${address}">${t('openAgain')}</a></p>`}
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
