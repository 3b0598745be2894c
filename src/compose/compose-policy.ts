import { createReadPolicy } from '../config/read-policy.ts';
import type { PolicyParts } from '../http/http-parts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { createReplayPolicy } from '../screening/replay-policy.ts';
import type { ComposedChecks } from './compose-checks.ts';

export interface PolicyCompositionParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly checks: Pick<ComposedChecks, 'listFor' | 'manifests' | 'policyFor'>;
}

/** Trying a policy out on the past. */
export function composePolicy({ store, clock, checks }: PolicyCompositionParts): PolicyParts {
  return {
    replay: createReplayPolicy({ store, clock, listProviders: checks.listFor }),
    read: createReadPolicy(checks.manifests),
    inForce: (propertyId) => ({ policy: checks.policyFor(propertyId), providers: checks.listFor(propertyId) }),
  };
}
