import type { Finding } from './finding.ts';
import { toGuestState } from './guest-state.ts';
import type { Screening } from './screening.ts';

/** What staff should do, by code; the words are the page's. */
export const procedures = [
  /** Complete the check-in, call the manager quietly; never confront. Whatever it was, where details are not for the reader. */
  'call_manager',
  'house_list',
  'watchlist',
  'document',
  'contact',
  'rules',
  'failed',
  'declined',
  'ask_guest',
  'wait',
  'nothing',
] as const;

export type Procedure = (typeof procedures)[number];

const byProvider: readonly (readonly [Procedure, readonly string[]])[] = [
  ['house_list', ['house-list', 'known-guests']],
  ['watchlist', ['watchlist', 'yente', 'opensanctions', 'watchman']],
  ['document', ['identity-document', 'stripe-identity', 'didit']],
  ['contact', ['contact']],
];

/** By the gravest kind of thing that was found. */
export function toProcedure(screening: Pick<Screening, 'status' | 'outcome' | 'decision' | 'findings'>): Procedure {
  const state = toGuestState(screening);
  switch (state) {
    case 'flagged':
    case 'review':
      return toHitProcedure(screening.findings);
    case 'failed':
    case 'declined':
      return state;
    case 'waiting':
      return 'ask_guest';
    case 'checking':
      return 'wait';
    case 'clear':
    case 'approved':
    case 'stopped':
      return 'nothing';
  }
}

/** The same where the reader may know the outcome and not what was found. */
export function toDiscreetProcedure(procedure: Procedure): Procedure {
  return procedure === 'house_list' || procedure === 'watchlist' || procedure === 'rules' ? 'call_manager' : procedure;
}

function toHitProcedure(findings: readonly Finding[]): Procedure {
  const hits = new Set(findings.filter(({ result }) => result === 'match').map(({ provider }) => provider));
  return byProvider.find(([, providers]) => providers.some((provider) => hits.has(provider)))?.[0] ?? 'rules';
}
