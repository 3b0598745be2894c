import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';

let listed: ReadonlySet<string> | undefined;

/** Whether a domain, or one above it, gives addresses to whoever asks, to be thrown away within the hour. */
export function isDisposableDomain(domain: string): boolean {
  listed ??= disposableEmailBlocklistSet();
  const labels = domain.split('.');
  for (let first = 0; first < labels.length - 1; first += 1) {
    if (listed.has(labels.slice(first).join('.'))) return true;
  }
  return false;
}
