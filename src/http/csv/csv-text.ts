/** One line of RFC 4180, with its line end. */
export function toCsvLine(cells: readonly string[]): string {
  return `${cells.map(toCsvCell).join(',')}\r\n`;
}

/**
 * A spreadsheet takes what begins so for a formula and runs it; behind an apostrophe it is text.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const startsFormula = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

function toCsvCell(text: string): string {
  const safe = startsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
