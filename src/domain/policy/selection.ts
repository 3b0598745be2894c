import type { SubjectFields } from '../subject.ts';
import type { Policy } from './policy-form.ts';
import { findRule } from './rule-for.ts';
import { type Acquaintance, findMismatch, type StayFacts, toStayFacts } from './situation.ts';

/** A provider that could be asked. */
export interface Candidate {
  readonly id: string;
  readonly label: string;
}

/** A provider whose check the policy does not want for this guest and booking, and why. */
export interface NotAsked {
  readonly provider: string;
  readonly label: string;
  readonly text: string;
}

/** Whom a screening was to ask. It is kept with the screening: who is new today is known tomorrow. */
export interface Selection {
  readonly guest?: Acquaintance;
  readonly notAsked: readonly NotAsked[];
}

export interface SelectionContext {
  /** Those that the property has switched on. */
  readonly providers: readonly Candidate[];
  /** `undefined`: not known. */
  readonly guest: Acquaintance | undefined;
}

/** Which providers are asked about a subject under a policy, in their order; and which are not, and why. */
export function selectProviders(
  fields: SubjectFields,
  policy: Policy,
  { providers, guest }: SelectionContext,
): Selection & { readonly asked: readonly string[] } {
  const facts = toStayFacts(fields, guest);
  const asked: string[] = [];
  const notAsked: NotAsked[] = [];
  for (const { id, label } of providers) {
    const text = findWhyNot(policy, id, facts);
    if (text === undefined) asked.push(id);
    else notAsked.push({ provider: id, label, text });
  }
  return { asked, notAsked, ...(guest === undefined ? {} : { guest }) };
}

/** One situation that holds is enough; where none does, each says why not. */
function findWhyNot(policy: Policy, providerId: string, facts: StayFacts): string | undefined {
  const { when = [] } = findRule(policy, providerId).rule;
  const mismatches = when.map((situation) => findMismatch(situation, facts));
  const told = mismatches.filter((mismatch) => mismatch !== undefined);
  if (when.length === 0 || told.length < mismatches.length) return undefined;
  return `Not asked: ${[...new Set(told)].join('; ')}`;
}
