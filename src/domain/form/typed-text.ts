/** Invisible marks that turn the direction of what follows: no name needs them, and staff's pages suffer. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What was typed, in one spelling: composed letters, single spaces, no control characters. */
export function toCleanText(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(directionMarks, '')
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

/** Any script, one letter, apostrophes and hyphens; no digits, no pictures, no addresses. */
export function isName(text: string): boolean {
  return /^\p{L}(?:[\p{L}\p{M} '’ʼ`´.,·‧・()\-‐‑–/ー]|\u200c|\u200d)*$/u.test(text);
}

export function isPlainEmail(text: string): boolean {
  const [local = '', domain = '', ...more] = text.split('@');
  if (more.length > 0 || local === '' || local.length > 64) return false;
  if (!/^[^\s"(),:;<>[\\\]]+$/u.test(local) || /^\.|\.\.|\.$/.test(local)) return false;
  return /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u.test(domain);
}

/** The PMS refuses more than 12 digits that pass the Luhn check, as payment data. */
export function hasPaymentDigits(text: string): boolean {
  const runs = [...(text.match(/\d(?:[ -]?\d)*/g) ?? []), ...(text.match(/\d+/g) ?? [])];
  return runs.map((run) => run.replace(/\D/g, '')).some((run) => run.length > 12 && passesLuhn(run));
}

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits, Number).reduceRight((total, digit, position) => {
    const index = digits.length - 1 - position;
    const doubled = digit * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
