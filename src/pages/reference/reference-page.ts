import { type Html, html } from '../html.ts';
import { toInline, toProse } from './prose.ts';
import type {
  ReferenceContent,
  ReferenceField,
  ReferenceGroup,
  ReferenceOperation,
  ReferenceShape,
  ReferenceType,
  ReferenceView,
} from './reference-view.ts';

/** The whole reference as one page: no script, nothing fetched. `styles` stand in it as they are. */
export function renderReference(view: ReferenceView, styles: string): string {
  const { title, groups, shapes } = view;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}: API reference</title>
        <style>
          ${{ markup: styles }}
        </style>
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <nav aria-label="Contents">
          ${groups.map(renderContents)}
          <h2><a href="#shapes">Shapes</a></h2>
        </nav>
        <main id="content">
          <h1>${title}: API reference</h1>
          ${toProse(view.description)}
          <p>The same for machines: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
          ${groups.map(renderGroup)}
          <h2 id="shapes">Shapes</h2>
          ${shapes.map(renderShape)}
        </main>
      </body>
    </html> `.markup;
}

function renderContents({ name, operations }: ReferenceGroup): Html {
  return html`<h2>${name}</h2>
    <ul>
      ${operations.map(({ id, summary }) => html`<li><a href="#${id}">${summary}</a></li>`)}
    </ul>`;
}

function renderGroup({ name, description, operations }: ReferenceGroup): Html {
  return html`<section>
    <h2>${name}</h2>
    <p>${toInline(description)}</p>
    ${operations.map(renderOperation)}
  </section>`;
}

function renderOperation(operation: ReferenceOperation): Html {
  const { id, method, path, summary, description, access, parameters, body, answers } = operation;
  return html`<article id="${id}">
    <h3><a href="#${id}">${summary}</a></h3>
    <p class="address"><b>${method.toUpperCase()}</b> <code>${path}</code></p>
    ${toProse(description)}
    <p class="access">${access}</p>
    ${parameters.length > 0 && renderFields('Parameters', parameters)}
    ${
      body !== undefined &&
      html`<h4>Body</h4>
        ${renderContent(body)}`
    }
    <h4>Answers</h4>
    <dl>
      ${answers.map(
        ({ status, description: text, content }) =>
          html`<dt>${status}</dt>
            <dd>${toInline(text)} ${content && renderContent(content)}</dd>`,
      )}
    </dl>
  </article>`;
}

function renderContent({ mediaType, type, fields, example }: ReferenceContent): Html {
  return html`<p><code>${mediaType}</code>: ${renderType(type)}</p>
    ${fields.length > 0 && renderFields('Fields', fields)}
    ${example !== undefined && html`<pre tabindex="0">${example}</pre>`}`;
}

function renderFields(caption: string, fields: readonly ReferenceField[]): Html {
  return html`<div class="wide" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Is</th>
          <th scope="col">Means</th>
        </tr>
      </thead>
      <tbody>
        ${fields.map(
          ({ name, place, isRequired, type, description }) =>
            html`<tr>
              <th scope="row">
                <code>${name}</code>${isRequired && html` <small>required</small>`}${
                  place !== undefined && html` <small>${place}</small>`
                }
              </th>
              <td>${renderType(type)}</td>
              <td>${description !== undefined && toInline(description)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderType({ text, schema }: ReferenceType): Html {
  return schema === undefined ? html`${text}` : html`<a href="#shape-${schema}">${text}</a>`;
}

function renderShape({ name, description, type, fields }: ReferenceShape): Html {
  return html`<article id="shape-${name}">
    <h3><a href="#shape-${name}">${name}</a></h3>
    ${toProse(description)} ${fields.length > 0 ? renderFields('Fields', fields) : html`<p>${renderType(type)}</p>`}
  </article>`;
}
