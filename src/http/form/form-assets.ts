import { readFileSync } from 'node:fs';
import { findBuiltEntry } from '../pages/built-entry.ts';
import type { FrameAssets } from './form-visit.ts';

/** The stylesheet, which stands in each page, and where the scripts are, if they were built. */
export function loadFormAssets(pagesFolder: string | undefined): FrameAssets {
  const css = readFileSync(new URL('../../pages/form/form.css', import.meta.url), 'utf8');
  const find = (entry: string) => findBuiltEntry(pagesFolder, entry)?.script;
  return { css: toSmall(css), scriptUrl: find('form/main.ts'), readerUrl: find('form/reader/read-into.ts') };
}

/** Without comments and indentation; none of our strings holds two spaces. */
function toSmall(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .trim();
}
