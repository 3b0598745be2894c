import { attributes, type Html, html } from '../html.ts';
import type { PageFrame } from './form-view.ts';
import { languageMenu } from './language-menu.ts';

/** What stands inside the frame. */
export interface PageContent {
  /** In the browser's tab, before the property's name. */
  readonly title: string;
  readonly main: Html;
  /** Language buttons send the page's own form along, so that what was typed comes back. */
  readonly hasForm: boolean;
}

export interface RenderedPage {
  readonly markup: string;
  /** The content of each `style` element, for the policy that lets these alone in. */
  readonly styles: readonly string[];
}

/** The whole page as it is sent. */
export function toFormDocument(frame: PageFrame, { title, main, hasForm }: PageContent): RenderedPage {
  const { t, language, direction, property, scriptUrl } = frame;
  const colours = toColourStyle(frame);
  const page = html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title} – ${property.name}</title>
        <meta name="description" content="${t('title', { property: property.name })}" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f6f5f1" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14181e" />
        <link rel="icon" href="data:," />
        ${[colours, frame.css].map(styleElement)}
        ${scriptUrl !== undefined && html`<script type="module" src="${scriptUrl}"></script>`}
      </head>
      <body>
        <a class="skip" href="#main">${t('skip')}</a>
        ${frame.isForStaff === true && html`<p class="staff" role="note">${t('staff')}</p>`}
        <header class="top">
          ${mark(frame)}
          <p class="hotel">${property.name}</p>
          ${languageMenu(frame, { hasForm })}
        </header>
        <main id="main">${main}</main>
        ${foot(frame)}
      </body>
    </html> `;
  return { markup: page.markup, styles: [colours, frame.css] };
}

/** In one piece: the policy lets in exactly this content, to the last space. */
function styleElement(css: string): Html {
  return { markup: `<style>${css}</style>` };
}

function mark({ property }: PageFrame): Html {
  if (property.logoUrl === undefined) {
    return html`<span class="mark" aria-hidden="true">${firstLetter(property.name)}</span>`;
  }
  return html`<img${attributes({ class: 'mark', src: property.logoUrl, alt: '', width: 36, height: 36 })} />`;
}

const segmenter = new Intl.Segmenter();

/** The first letter as a reader sees it, which may be several code points. */
function firstLetter(name: string): string {
  const [first] = segmenter.segment(name);
  return (first?.segment ?? '').toLocaleUpperCase();
}

function foot({ t, address }: PageFrame): Html | undefined {
  if (address === undefined) return undefined;
  return html`<footer class="foot">
    <a href="${address}/privacy">${t('foot.privacy')}</a>
    <a href="${address}/rights">${t('foot.rights')}</a>
  </footer>`;
}

function toColourStyle({ property: { accent } }: PageFrame): string {
  const { light, dark } = accent;
  return `:root{--accent-light:${light.colour};--on-accent-light:${light.onColour};--accent-dark:${dark.colour};--on-accent-dark:${dark.onColour}}`;
}
