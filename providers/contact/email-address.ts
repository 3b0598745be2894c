import { domainToASCII } from 'node:url';

/** An address that mail could be sent to. */
export interface EmailAddress {
  /** Lower case, in letters that the name system knows (`münchen.de` is `xn--mnchen-3ya.de`). */
  readonly domain: string;
}

const longestAddress = 254; // RFC 5321, 4.5.3.1.3, without the angle brackets
const longestLocalPart = 64;
const longestLabel = 63;

/** Dot-separated words of RFC 5322's `atext`, widened by RFC 6531 to letters beyond ASCII; or a quoted string. */
const word = String.raw`[\p{L}\p{M}\p{N}!#$%&'*+/=?^_\x60{|}~-]+`;
const localPart = new RegExp(String.raw`^(?:${word}(?:\.${word})*|"(?:[^"\\\p{Cc}]|\\[^\p{Cc}])*")$`, 'u');

/**
 * Reads what a guest writes as an address. Narrower than RFC 5322: no display names, comments or IP addresses for domains,
 * and the domain has at least two labels, since a hotel's mail leaves the building.
 */
export function findEmailAddress(text: string): EmailAddress | undefined {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  if (at < 1 || Buffer.byteLength(trimmed) > longestAddress) return undefined;
  const local = trimmed.slice(0, at);
  if (Buffer.byteLength(local) > longestLocalPart || !localPart.test(local)) return undefined;
  const domain = toDomain(trimmed.slice(at + 1));
  return domain === undefined ? undefined : { domain };
}

function toDomain(text: string): string | undefined {
  const domain = domainToASCII(text).toLowerCase();
  const labels = domain.split('.');
  const isWellFormed = labels.every(
    (label) => label.length <= longestLabel && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label),
  );
  const hasTopLevel = labels.length > 1 && /[a-z]/.test(labels.at(-1) ?? '');
  return isWellFormed && hasTopLevel ? domain : undefined;
}
