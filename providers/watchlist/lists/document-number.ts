/** Longer ones are sentences about a document. */
const maxLength = 40;
const maxTextLength = 200;

/**
 * The number in a publisher's words about a document, without spaces: of `Diplomatic Passport: Z30321794` the last
 * part, of `12 345 678` all. Undefined where there is no digit in it.
 */
export function findDocumentNumber(text: string | undefined): string | undefined {
  if (text === undefined || text.length > maxTextLength) return undefined;
  const afterLabel = /^.*(?:\bnumber|\bno\.?|n°|:)\s*(?=.*\d)(.+)$/iu.exec(text)?.[1] ?? text;
  const number = afterLabel
    .replace(/^[A-Za-z]?[a-z]{3,}\s+/, '')
    .replace(/\s*\(.*$/, '')
    .replace(/\s+/g, '')
    .replace(/[.,;]+$/, '')
    .toUpperCase();
  return number.length <= maxLength && /\d/.test(number) ? number : undefined;
}
