import { attributes, type Html, html } from '../html.ts';
import type { PageFrame } from './form-view.ts';

/**
 * Of use with the script alone, which fetches the reader when it is used; hidden from browsers that run none. The input has no name: the picture is never part
 * of what is sent.
 */
export function documentReader({ t, readerUrl }: PageFrame): Html | undefined {
  if (readerUrl === undefined) return undefined;
  const texts = JSON.stringify({
    script: readerUrl,
    loading: t('reader.loading'),
    reading: t('reader.reading'),
    done: t('reader.done'),
    failed: t('reader.failed'),
  });
  return html`<div class="card tinted reader" data-reader="${texts}">
    <h2>${t('reader.title')}</h2>
    <p class="hint" id="reader-hint">${t('reader.hint')}</p>
    <div class="ways">
      ${way(t('reader.button'), { id: 'reader-picture', class: 'button second', capture: 'environment' })}${way(t('reader.choose'), { id: 'reader-file', class: 'button quiet' })}
    </div>
    <p role="status" aria-live="polite"></p>
  </div>`;
}

interface Way {
  readonly id: string;
  readonly class: string;
  /** Opens the camera at once; without, a phone lets a picture be chosen as well. */
  readonly capture?: string;
}

function way(words: string, { id, capture, ...look }: Way): Html {
  return html`<input${attributes({ class: 'hidden', type: 'file', id, accept: 'image/*', capture, 'aria-describedby': 'reader-hint' })} /><label${attributes({ ...look, for: id })}
      >${words}</label
    >`;
}
