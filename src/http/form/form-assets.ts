import { readFileSync } from 'node:fs';
import { findBuiltEntry } from '../pages/built-entry.ts';
import type { FrameAssets } from './form-visit.ts';

/** The stylesheet, which stands in each page, and where the script is, if it was built. */
export function loadFormAssets(pagesFolder: string | undefined): FrameAssets {
  const css = readFileSync(new URL('../../pages/form/form.css', import.meta.url), 'utf8');
  const script = findBuiltEntry(pagesFolder, 'form/main.ts')?.script;
  return { css: toSmall(css), scriptUrl: script };
}

/** Without comments and indentation; none of our strings holds two spaces. */
function toSmall(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .trim();
}
