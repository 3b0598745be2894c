/** Control characters, byte order marks and the marks that only steer the direction of text. */
// eslint-disable-next-line no-control-regex -- they are what is removed
const invisible = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g;

/** One line of composed characters without invisible ones; undefined where nothing is left. */
export function cleanText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const cleaned = text.replace(invisible, ' ').replace(/\s+/g, ' ').trim().normalize('NFC');
  return cleaned === '' ? undefined : cleaned;
}

/** The values of a cell in which a publisher numbers them: `(1) Pakistan (2) Yemen`. */
export function splitNumbered(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\(\d{1,2}\)/).flatMap((value) => cleanText(value.replace(/[;.,\s]+$/, '')) ?? []);
}

/** The values of a cell in which they are parted by a character. */
export function splitBy(separator: string, text: string | undefined): readonly string[] {
  return (text ?? '').split(separator).flatMap((value) => cleanText(value) ?? []);
}

/** Has letters, and none of them Latin. */
export function isOriginalScript(text: string): boolean {
  return /\p{L}/u.test(text) && !/\p{Script=Latin}/u.test(text);
}
