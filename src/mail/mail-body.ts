import { type Language, toDirection } from '../i18n/languages.ts';
import type { Accent } from '../pages/form/colours.ts';
import { attributes, type Html, html } from '../pages/html.ts';

/** What a mail says, before it is text or markup. All of it may come from strangers. */
export interface MailBody {
  readonly language: Language;
  /** Who writes. */
  readonly heading: string;
  readonly accent: Accent;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly button: { readonly label: string; readonly url: string };
  /** Said before the address is written out. */
  readonly addressNote: string;
  readonly notes: readonly string[];
  readonly stop?: { readonly label: string; readonly url: string };
}

export function toMailText(body: MailBody): string {
  const facts = body.facts.map(({ label, value }) => `${label}: ${value}`);
  const blocks = [
    body.greeting,
    ...body.paragraphs,
    facts.join('\n'),
    `${body.button.label}:\n${body.button.url}`,
    body.heading,
    ['-- ', ...body.notes, ...(body.stop ? [`${body.stop.label}: ${body.stop.url}`] : [])].join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/**
 * Markup that mail programs of the last ten years show alike: tables for the frame, styles on the elements, nothing loaded
 * from anywhere. The style sheet only adds the dark theme, for those that read it.
 */
export function toMailHtml(body: MailBody): string {
  const direction = toDirection(body.language);
  const page = html`<!doctype html>
    <html lang="${body.language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${body.heading}</title>
        <style>
          ${darkStyles(body)}
        </style>
      </head>
      <body class="ground" style="margin:0;padding:0;background:#f3f2ee">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
          <tr>
            <td align="center" style="padding:24px 12px">${toSheet(body)}${toFooter(body)}</td>
          </tr>
        </table>
      </body>
    </html> `;
  return page.markup;
}

const fonts = `font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif`;
const textStyle = `${fonts};font-size:16px;line-height:1.55;color:#1d2229`;
const quietStyle = `${fonts};font-size:13px;line-height:1.5;color:#5b6069`;
const paragraphStyle = 'margin:0 0 16px';

function toSheet(body: MailBody): Html {
  const style = `max-width:560px;background:#ffffff;border-top:4px solid ${body.accent.light.colour};border-radius:6px`;
  return html`<table class="sheet" ${frame(body)} style="${style}">
    <tr>
      <td class="text" style="${textStyle};padding:28px 28px 24px;text-align:start">${toContent(body)}</td>
    </tr>
  </table>`;
}

function toFooter({ language, notes, stop }: MailBody): Html {
  return html`<table ${frame({ language })} style="max-width:560px">
    <tr>
      <td class="quiet" style="${quietStyle};padding:16px 28px;text-align:start">
        ${notes.map((note) => html`<p style="margin:0 0 8px">${note}</p>`)}
        ${stop && html`<p style="margin:0"><a class="quiet" href="${stop.url}" style="color:#5b6069">${stop.label}</a></p>`}
      </td>
    </tr>
  </table>`;
}

function frame({ language }: Pick<MailBody, 'language'>): Html {
  const dir = toDirection(language);
  return attributes({ role: 'presentation', dir, width: '100%', cellpadding: 0, cellspacing: 0, border: 0 });
}

function toContent({ heading, accent, greeting, paragraphs, facts, button, addressNote }: MailBody): Html {
  const buttonStyle = `display:inline-block;padding:13px 22px;border-radius:6px;background:${accent.light.colour};color:${accent.light.onColour};font-weight:600;text-decoration:none`;
  return html`<h1 style="margin:0 0 20px;font-size:19px;line-height:1.3;font-weight:600">${heading}</h1>
    <p style="${paragraphStyle}">${greeting}</p>
    ${paragraphs.map((paragraph) => html`<p style="${paragraphStyle}">${paragraph}</p> `)}
    ${facts.length > 0 && toFacts(facts)}
    <p style="margin:24px 0"><a class="button" href="${button.url}" style="${buttonStyle}">${button.label}</a></p>
    <p class="quiet" style="${quietStyle};margin:0">
      ${addressNote}<br /><a class="quiet" href="${button.url}" dir="ltr" style="color:#5b6069;word-break:break-all"
        >${button.url}</a
      >
    </p>`;
}

function toFacts(facts: MailBody['facts']): Html {
  const rows = facts.map(
    ({ label, value }) =>
      html`<tr>
        <td class="quiet" style="padding:2px 0;padding-inline-end:18px;color:#5b6069">${label}</td>
        <td style="padding:2px 0"><bdi>${value}</bdi></td>
      </tr> `,
  );
  return html`<table
    role="presentation"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="font-size:15px;line-height:1.5;margin:0 0 8px"
  >
    ${rows}
  </table>`;
}

/** Every colour here is one of ours: nothing that a stranger wrote can end up in a style sheet. */
function darkStyles({ accent }: MailBody): Html {
  const { colour, onColour } = accent.dark;
  const markup = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.ground{background:#14181e!important}.sheet{background:#1d222a!important;border-top-color:${colour}!important}.text{color:#e8e9eb!important}.quiet{color:#a5abb5!important}.button{background:${colour}!important;color:${onColour}!important}}`;
  return { markup };
}
