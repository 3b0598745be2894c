/** Ends lines, ends texts, or turns the direction of what follows. */
const breaking = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** One line, whatever it was: nothing in it ends a header or begins another. At most `most` characters. */
export function toSingleLine(text: string, most = 200): string {
  const line = text.replace(breaking, ' ').replace(/ {2,}/g, ' ').trim();
  return Array.from(line).slice(0, most).join('');
}

/**
 * A name as it may stand in a mail, or undefined. Whoever books can write anything as a name and have it sent to anybody:
 * what looks like an address or an advertisement is no name.
 */
export function findMailableName(name: string): string | undefined {
  const line = toSingleLine(name, 1_000);
  const looksLikeLink = /[/@<>{}[\]\\|]|\d|:|www\.|[^\s.]\.[^\s.]{2,}/iu.test(line);
  return line === '' || Array.from(line).length > longestName || looksLikeLink ? undefined : line;
}

const longestName = 60;

/**
 * Whether a text is one address that mail can go to: RFC 5321 without quoted local parts and address literals, with letters
 * of any script by RFC 6531.
 */
export function isMailAddress(text: string): boolean {
  if (text.length > 254) return false;
  const [local, domain, ...rest] = text.split('@');
  if (local === undefined || domain === undefined || rest.length > 0) return false;
  const isLocal =
    local.length <= 64 &&
    /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(local);
  return (
    isLocal &&
    /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,63}$/u.test(domain)
  );
}
