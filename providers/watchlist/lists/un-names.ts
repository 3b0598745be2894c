import { cleanText, isOriginalScript } from './clean-text.ts';

/**
 * The names in one alias of the UN list, which holds several (`A; B b) C`), adds the original script in brackets
 * (`Jin Tiesan (金铁三)`), or explains (`X (previously listed as)`, `X, born 1 Jan. 1953 (…)`).
 */
export function toUnNames(text: string | undefined): readonly string[] {
  return (text ?? '').split(/;|\s[a-z]\)\s|(?<!\S)\d\)\s/).flatMap((alias) => {
    const inBrackets = [...alias.matchAll(/\(([^()]*)\)/g)].flatMap((match) => cleanText(match[1]) ?? []);
    const outside = cleanText(alias.replace(/\([^()]*\)?/g, ' ').replace(/,?\s+born\s.*$/i, ''));
    return [...(outside === undefined ? [] : [outside]), ...inBrackets.filter(isOriginalScript)];
  });
}
