import { cleanText, isOriginalScript } from './clean-text.ts';

/** `b)` and `2)` before a name. */
const enumeration = /\s[a-z]\)\s|(?<!\S)\d\)\s/g;
/** Nowhere within brackets. */
const separator = /;(?![^()]*\))/;

/**
 * The names in one alias of the UN list, which holds several (`A; B b) C`), adds the original script in brackets
 * (`Jin Tiesan (金铁三)`) or the Latin one (`حسن (Hassan; Hasan)`), or explains (`X (previously listed as)`,
 * `X, born 1 Jan. 1953 (…)`).
 */
export function toUnNames(text: string | undefined): readonly string[] {
  return (text ?? '').replace(enumeration, ';').split(separator).flatMap(toNames);
}

function toNames(alias: string): readonly string[] {
  const outside = cleanText(alias.replace(/\([^()]*\)?|\)/g, ' ').replace(/,?\s+born\s.*$/i, ''));
  const isInScript = outside !== undefined && isOriginalScript(outside);
  const inBrackets = [...alias.matchAll(/\(([^()]*)\)/g)].flatMap(([, said = '']) =>
    // In brackets after a Latin name, Latin letters are a note.
    said.split(';').flatMap((name) => cleanText(name.replace(/^\s*original script:/i, '')) ?? []),
  );
  const known = outside === undefined ? [] : [outside];
  return [...known, ...inBrackets.filter((name) => isOriginalScript(name) !== isInScript)];
}
