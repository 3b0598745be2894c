/** Longer ones are sentences about a document. */
const maxLength = 40;
const maxTextLength = 200;

/**
 * The number in a publisher's words about a document, without spaces: of `Diplomatic Passport: Z30321794` the last
 * part, of `12 345 678` all, of `D489833(9) (Hong Kong)` the first part with its check digit. Undefined where there
 * is no digit in it.
 */
export function findDocumentNumber(text: string | undefined): string | undefined {
  if (text === undefined || text.length > maxTextLength) return undefined;
  const afterLabel = /^.*(?:\bnumber|\bno\.?|n°|:)\s*(?=.*\d)(.+)$/iu.exec(text)?.[1] ?? text;
  const number = withoutNotes(afterLabel)
    .replace(/^(?:\p{Lu}?\p{Ll}{2,}(?:-\p{Lu}?\p{Ll}+)*\s+)+/u, '')
    .replace(/\s+/g, '')
    .replace(/[.,;]+$/, '')
    .toUpperCase();
  return number.length <= maxLength && /\d/.test(number) ? number : undefined;
}

/** Without what stands in brackets after a space or holds no digit, and what follows a comma. */
function withoutNotes(text: string): string {
  return text
    .replace(/(?<=\S)(?:\s+\([^()]*\)|\([^()\d]*\))(?=[\s.,;]|$)/g, ' ')
    .replace(/(?<=\S)\s+\([^)]*$/, '')
    .replace(/,\s*\p{L}.*$/u, '');
}
