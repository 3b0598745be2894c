import { attributes, type Html, html } from '../html.ts';
import type { PageFrame } from './form-view.ts';

/** The form of a page, which the language buttons belong to although they stand outside. */
export const pageFormId = 'page-form';

const globe: Html = {
  markup:
    '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" aria-hidden="true"><circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"/></svg>',
};

/**
 * Buttons, not links: on a page with a form they send what was typed along, and it comes back in the other language.
 * Enter in a field must not press them, so that a button which means `continue` stands before.
 */
export function languageMenu(frame: PageFrame, { hasForm }: { readonly hasForm: boolean }): Html {
  const { t, language, languages } = frame;
  const current = languages.find(({ code }) => code === language)?.name ?? language;
  const buttons = languages.map(
    ({ code, name }) =>
      html`<li><button${attributes({
        type: 'submit',
        name: 'language',
        value: code,
        lang: code,
        form: hasForm ? pageFormId : undefined,
        formnovalidate: hasForm,
        'aria-current': code === language ? 'true' : undefined,
      })}>${name}</button></li>`,
  );
  const menu = html`<details class="languages">
    <summary>${globe}<span class="hidden">${t('language')}: </span><span>${current}</span></summary>
    <ul>
      ${buttons}
    </ul>
  </details>`;
  if (hasForm) {
    return html`<button${attributes({ class: 'hidden', form: pageFormId, tabindex: -1, 'aria-hidden': 'true' })}>${t('continue')}</button>${menu}`;
  }
  return html`<form method="get">${menu}</form>`;
}
