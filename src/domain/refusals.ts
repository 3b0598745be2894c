import type { ServiceError } from './errors.ts';

/** Over about a minute. */
const triesOfUnread = 5;

/**
 * Whether the PMS may take later what it refuses now. What it says no to in words that we know, it will again; but it also
 * refuses so what it cannot do at the moment, in words that nobody has listed.
 */
export function mayPass({ code, facts }: ServiceError, attempt: number): boolean {
  return code === 'pms_refused' && facts.reason === 'other' && attempt < triesOfUnread;
}
