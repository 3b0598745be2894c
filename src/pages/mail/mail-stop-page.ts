import type { Accent } from '../form/colours.ts';
import { type Html, html } from '../html.ts';

export interface MailStopPageView {
  readonly t: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly accent: Accent;
  /** `unknown`: the address leads nowhere. */
  readonly state: 'asking' | 'stopped' | 'unknown';
  /** Absent where the address leads nowhere. */
  readonly propertyName?: string;
}

/** Where a guest says that no more mails are wanted: one button, because programs that check links open them too. */
export function toMailStopPage(view: MailStopPageView): string {
  const { t, language, direction, propertyName } = view;
  const page = html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>${t('unsubscribePage.title')}</title>
        <link rel="icon" href="data:," />
        <style>
          ${{ markup: toStyle(view.accent) }}
        </style>
      </head>
      <body>
        <main>
          ${propertyName !== undefined && html`<p class="hotel">${propertyName}</p>`}
          <h1>${t('unsubscribePage.title')}</h1>
          ${toContent(view)}
        </main>
      </body>
    </html> `;
  return page.markup;
}

function toContent({ t, state, propertyName: property = '' }: MailStopPageView): Html {
  if (state === 'unknown') return html`<p>${t('unsubscribePage.unknown')}</p>`;
  const keeps = html`<p class="quiet">${t('unsubscribePage.keeps', { property })}</p>`;
  if (state === 'stopped')
    return html`<p role="status">${t('unsubscribePage.done')}</p>
      ${keeps}`;
  return html`<p>${t('unsubscribePage.question')}</p>
    <form method="post"><button type="submit">${t('unsubscribePage.button')}</button></form>
    ${keeps}`;
}

function toStyle({ light, dark }: Accent): string {
  return [
    ':root{color-scheme:light dark}',
    'body{margin:0;background:#f6f5f1;color:#1d2229;font:1rem/1.55 system-ui,sans-serif}',
    'main{max-width:34rem;margin:0 auto;padding:2rem 1.25rem}',
    'h1{font-size:1.35rem;line-height:1.3;margin:0 0 1rem}',
    '.hotel{margin:0 0 1.5rem;font-weight:600}',
    '.quiet{color:#5b6069}',
    `button{font:inherit;font-weight:600;min-height:3rem;padding:.5rem 1.25rem;border:0;border-radius:.4rem;background:${light.colour};color:${light.onColour};cursor:pointer}`,
    `button:focus-visible{outline:3px solid ${light.colour};outline-offset:3px}`,
    `@media (prefers-color-scheme:dark){body{background:#14181e;color:#e8e9eb}.quiet{color:#a5abb5}button{background:${dark.colour};color:${dark.onColour}}button:focus-visible{outline-color:${dark.colour}}}`,
  ].join('');
}
