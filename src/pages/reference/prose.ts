import { type Html, html } from '../html.ts';

/** The little of Markdown that our descriptions use: paragraphs, lists, tables and `code`. */
export function toProse(text: string | undefined): Html | undefined {
  if (text === undefined) return undefined;
  const blocks = text.trim().split(/\n\s*\n/);
  return html`${blocks.map(toBlock)}`;
}

/** Within a line. */
export function toInline(text: string): Html {
  const parts = text.split('`');
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

function toBlock(block: string): Html {
  const lines = block.split('\n').map((line) => line.trim());
  if (lines.every((line) => line.startsWith('|'))) return toTable(lines);
  if (lines[0]?.startsWith('- ') === true) {
    const items = block
      .trim()
      .replace(/^- /, '')
      .split(/\n\s*- /);
    return html`<ul>
      ${items.map((item) => html`<li>${toInline(item.replace(/\s+/g, ' '))}</li>`)}
    </ul>`;
  }
  return html`<p>${toInline(lines.join(' '))}</p>`;
}

function toTable(lines: readonly string[]): Html {
  const [head = [], , ...rows] = lines.map(toCells);
  return html`<table>
    <thead>
      <tr>
        ${head.map((cell) => html`<th scope="col">${toInline(cell)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell) => html`<td>${toInline(cell)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function toCells(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}
