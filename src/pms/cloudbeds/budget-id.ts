import { hash } from 'node:crypto';
import type { PmsCredential } from '../../ports/pms-credentials.ts';

/**
 * What shares one request budget. The PMS counts by key, so a key has one however it comes: of a connection, of two, or typed in
 * to see what it opens. Tokens of one connection follow each other, and the budget stays.
 */
export function toBudgetId({ kind, secret, connectionId }: PmsCredential): string {
  return kind === 'key' ? hash('sha256', secret, 'base64url') : connectionId;
}
