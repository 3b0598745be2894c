import type { Policy, ProviderRule } from './policy-form.ts';

/** What findings about known guests are called where findings of providers carry the provider's id. */
export const knownGuestsId = 'known-guests';

/** Of whoever is one person, what is held against one is held against all: see other-selves.ts. */
export const houseListId = 'house-list';

/** The rule for a provider, and where in the policy it stands. */
export function findRule(policy: Policy, providerId: string): { readonly rule: ProviderRule; readonly path: string } {
  if (providerId === knownGuestsId) return { rule: toWithdrawnRule(policy), path: 'knownGuests.onWithdrawn' };
  const named = policy.providers[providerId];
  if (named !== undefined) return { rule: named, path: `providers.${providerId}` };
  return { rule: policy.otherwise, path: 'otherwise' };
}

function toWithdrawnRule({ knownGuests }: Policy): ProviderRule {
  const means = knownGuests?.onWithdrawn ?? 'review';
  return { required: false, onMatch: { possible: means, likely: means, strong: means } };
}
