import type { MatchStrength } from '../finding.ts';
import type { Policy, ProviderRule } from './policy-form.ts';
import { findRule } from './rule-for.ts';
import type { Candidate } from './selection.ts';
import type { Range, Situation } from './situation.ts';

/** What a policy says of one provider, in plain English sentences. */
export interface ProviderWords {
  readonly provider: string;
  readonly label: string;
  readonly sentences: readonly string[];
}

export interface PolicyWords {
  readonly providers: readonly ProviderWords[];
  /** What holds for all of them together. */
  readonly sentences: readonly string[];
}

/** A policy as staff can read it, for the providers that a property has switched on. */
export function toPolicyWords(policy: Policy, providers: readonly Candidate[]): PolicyWords {
  return {
    providers: providers.map(({ id, label }) => ({
      provider: id,
      label,
      sentences: [...toRuleSentences(findRule(policy, id).rule), ...toPointSentences(policy, id)],
    })),
    sentences: [...toThresholdSentences(policy), ...toTrustSentences(policy, providers), toWithdrawnSentence(policy)],
  };
}

const strengths: readonly MatchStrength[] = ['possible', 'likely', 'strong'];

const meanings = {
  review: 'means review',
  flagged: 'means flagged',
  points: 'counts by its points alone',
} as const;

function toRuleSentences({ required, onMatch, when = [], reuseDays }: ProviderRule): string[] {
  return [
    ...(when.length === 0 ? [] : [`Asked only ${when.map(toSituationWords).join(', or ')}.`]),
    ...strengths.map((strength) => `A ${strength} match ${meanings[onMatch[strength]]}.`),
    required
      ? 'Required: without an answer nobody is clear.'
      : 'Not required: a guest can be clear without its answer.',
    ...(reuseDays === undefined ? [] : [toReuseSentence(reuseDays)]),
  ];
}

function toReuseSentence(days: number): string {
  if (days === 0) return 'Asked anew each time.';
  return `An answer stands for at most ${days} ${days === 1 ? 'day' : 'days'}.`;
}

function toSituationWords({ source, leadTimeDays, nights, partySize, role, guest }: Situation): string {
  const parts = [
    role && `for ${role === 'main_guest' ? 'main guests' : 'companions'}`,
    guest && `for ${guest} guests`,
    source?.oneOf && `for bookings from ${source.oneOf.join(', ')}`,
    source?.noneOf && `for bookings that are not from ${source.noneOf.join(', ')}`,
    leadTimeDays && `${toRangeWords(leadTimeDays)} days from booking to arrival`,
    nights && `for ${toRangeWords(nights)} nights`,
    partySize && `for ${toRangeWords(partySize)} guests booked`,
  ];
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? 'for everybody' : said.join(' and ');
}

function toRangeWords({ atLeast, atMost }: Range): string {
  if (atLeast !== undefined && atMost !== undefined) return `${atLeast} to ${atMost}`;
  if (atLeast !== undefined) return `at least ${atLeast}`;
  return atMost === undefined ? 'any number of' : `at most ${atMost}`;
}

function toPointSentences({ points }: Policy, providerId: string): string[] {
  const rules = points?.rules.filter(({ provider }) => provider === providerId) ?? [];
  return rules.map(({ name, points: given }) => `${name}: ${given} points.`);
}

function toThresholdSentences({ points }: Policy): string[] {
  if (points === undefined) return [];
  return [`${points.reviewAt} points in all mean review, ${points.flaggedAt} flagged.`];
}

/** Only of providers that are there: whom a rule names besides says nothing to staff. */
function toTrustSentences({ trust }: Policy, providers: readonly Candidate[]): string[] {
  const labels = providers.filter(({ id }) => trust.excuses.includes(id)).map(({ label }) => label);
  if (labels.length === 0) return [];
  return [`A trusted guest is excused possible and likely matches of: ${labels.join(', ')}.`];
}

function toWithdrawnSentence({ knownGuests }: Policy): string {
  return `A guest whose verification was withdrawn is ${knownGuests?.onWithdrawn === 'flagged' ? 'flagged' : 'for review'}.`;
}
