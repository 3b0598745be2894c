import { createHmac } from 'node:crypto';

/**
 * `t=<seconds>,v1=<hex>`: HMAC-SHA256 over `<seconds>.<body>`, byte by byte as it is sent, once with each secret. The time
 * is of this very sending, so that its reader can refuse what was recorded and sent again later.
 */
export function toHookSignature(secrets: readonly string[], atSeconds: number, body: string): string {
  const signatures = secrets.map((secret) => createHmac('sha256', secret).update(`${atSeconds}.${body}`).digest('hex'));
  return [`t=${atSeconds}`, ...signatures.map((signature) => `v1=${signature}`)].join(',');
}
