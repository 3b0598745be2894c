import type { Finding, Reason } from '../finding.ts';
import { conclude, type Outcome, type Policy } from '../policy.ts';
import type { SubjectFields } from '../subject.ts';
import { knownGuestsId } from './rule-for.ts';
import { type Candidate, type Selection, selectProviders } from './selection.ts';

/** A screening that was concluded, as far as a policy looks at it. */
export interface PastScreening {
  readonly fields: SubjectFields;
  readonly findings: readonly Finding[];
  readonly outcome: Outcome;
  readonly selection?: Selection;
}

export interface Replayed {
  readonly before: Outcome;
  readonly after: Outcome;
  /** Why, after. */
  readonly reasons: readonly Reason[];
  /** Providers whose findings do not count, because the policy would not ask them. */
  readonly leftOut: readonly string[];
  /** Providers that the policy would ask and that were not asked: what they would have said is not known. */
  readonly notKnown: readonly string[];
}

/**
 * What a policy would have concluded from what was found. `providers`: those that the property has switched on; one that was
 * asked then and is off now counts by what it said.
 */
export function replay(past: PastScreening, policy: Policy, providers: readonly Candidate[]): Replayed {
  const found = past.findings.filter(({ provider }) => provider !== knownGuestsId);
  const isOn = (id: string) => providers.some((provider) => provider.id === id);
  const since = found.filter(({ provider }) => !isOn(provider)).map(({ provider: id, label }) => ({ id, label }));
  const context = { providers: [...providers, ...since], guest: past.selection?.guest };
  const { asked, ...selection } = selectProviders(past.fields, policy, context);
  const isCounted = ({ provider }: Finding) => provider === knownGuestsId || asked.includes(provider);
  const { outcome, reasons } = conclude(past.findings.filter(isCounted), policy, selection);
  return {
    before: past.outcome,
    after: outcome,
    reasons,
    leftOut: found.map(({ provider }) => provider).filter((id) => !asked.includes(id)),
    notKnown: asked.filter((id) => !found.some(({ provider }) => provider === id)),
  };
}
