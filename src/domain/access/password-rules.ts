import { commonPasswords } from './common-passwords.ts';

export type PasswordProblem = 'too_short' | 'too_common' | 'holds_name';

/** NIST SP 800-63B: length, not composition; nothing that is guessed first. */
export const shortestPassword = 12;

/** What is wrong with a new password, if anything. `known`: the user's name and e-mail address. */
export function findPasswordProblem(
  password: string,
  known: { readonly name: string; readonly email: string },
): PasswordProblem | undefined {
  const text = toPlain(password);
  if (countCharacters(password) < shortestPassword) return 'too_short';
  if (isCommon(text)) return 'too_common';
  if (toNameWords(known).some((word) => text.includes(word))) return 'holds_name';
  return undefined;
}

/** Of at most three different characters, in sequence, or made of a common one and digits or signs. */
function isCommon(text: string): boolean {
  if (new Set(text).size <= 3) return true;
  if (rows.some((row) => row.includes(text))) return true;
  const letters = text.replace(/[^\p{L}]/gu, '');
  const isRepeated = /^(.{1,6}?)\1+.{0,5}$/u.test(text);
  return isRepeated || commonPasswords.has(text) || commonPasswords.has(letters);
}

const rows = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertzuiopasdfghjklyxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
];

/** Words of four letters and more: shorter ones are in too much. */
function toNameWords({ name, email }: { readonly name: string; readonly email: string }): readonly string[] {
  const words = [...name.split(/[^\p{L}\p{N}]+/u), ...email.split(/[^\p{L}\p{N}]+/u).slice(0, -1)];
  return words.map(toPlain).filter((word) => countCharacters(word) >= 4);
}

/** Code points, as NIST counts. */
function countCharacters(text: string): number {
  return Array.from(text).length;
}

function toPlain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
