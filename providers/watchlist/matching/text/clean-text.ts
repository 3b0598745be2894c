/** Longest name that is looked at, in UTF-16 units; what follows is ignored. Longest listed name seen: 190. */
export const LONGEST_NAME = 256;

const MACHINE_READABLE_FILLER = /</gu;
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;
const CONTROL = /\p{Cc}/gu;
const APOSTROPHES = /['’‘`´ʼʻʾʿ′"“”„«»]/gu;

/**
 * One spelling per character: compatibility forms unified, invisible and private characters gone (joiners, direction
 * marks, lone surrogates), control characters and machine-readable fillers as spaces, apostrophes dropped.
 */
export function toCleanText(name: string): string {
  const capped = name.length > LONGEST_NAME ? name.slice(0, LONGEST_NAME) : name;
  if (isPlainAscii(capped)) return capped.replace(APOSTROPHES, '').replace(MACHINE_READABLE_FILLER, ' ');
  return capped
    .replace(CONTROL, ' ')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, '')
    .replace(MACHINE_READABLE_FILLER, ' ');
}

function isPlainAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 126 || unit < 32) return false;
  }
  return true;
}
