import { type Html, html } from '../html.ts';
import type { PageFrame } from './form-view.ts';

/**
 * Shown by the script alone, which fetches the reader when it is used. The input has no name: the picture is never part
 * of what is sent.
 */
export function documentReader({ t }: PageFrame): Html {
  const texts = JSON.stringify({
    loading: t('reader.loading'),
    reading: t('reader.reading'),
    done: t('reader.done'),
    failed: t('reader.failed'),
  });
  return html`<div class="card tinted reader" data-reader="${texts}" hidden>
    <h2>${t('reader.title')}</h2>
    <p class="hint" id="reader-hint">${t('reader.hint')}</p>
    <label class="button" for="reader-picture">${t('reader.button')}</label
    ><input
      class="hidden"
      type="file"
      id="reader-picture"
      accept="image/*"
      capture="environment"
      aria-describedby="reader-hint"
    />
    <p role="status" aria-live="polite"></p>
  </div>`;
}
