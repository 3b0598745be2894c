import { type NotedAnswer, type ProviderVerdict, toProviderVerdict } from '../../domain/alerts/provider-verdict.ts';
import type { CheckRunner } from '../../ports/check-runner.ts';
import type { Clock } from '../../ports/clock.ts';

/** Remembers how the providers answered that this process asked lately. */
export interface ProviderWatch {
  /** The same runner, whose answers are noted. */
  watch(checks: CheckRunner): CheckRunner;
  list(): readonly (ProviderVerdict & { readonly propertyId: string; readonly providerId: string })[];
}

/** Of each provider at each property. */
const mostKept = 100;

export function createProviderWatch(clock: Clock): ProviderWatch {
  const answers = new Map<string, { readonly propertyId: string; readonly providerId: string; noted: NotedAnswer[] }>();
  const note = (propertyId: string, providerId: string, isAnswer: boolean): void => {
    const key = `${propertyId}/${providerId}`;
    const known = answers.get(key) ?? { propertyId, providerId, noted: [] };
    known.noted = [...known.noted, { at: clock.now(), isAnswer }].slice(-mostKept);
    answers.set(key, known);
  };
  return {
    watch: (checks) => ({
      ...checks,
      async run(providerId, fields, context) {
        const finding = await checks.run(providerId, fields, context);
        // An answer that stood already says nothing of how the provider is now.
        if (finding.reusedFrom === undefined) note(context.propertyId, providerId, finding.result !== 'unavailable');
        return finding;
      },
    }),
    list: () =>
      [...answers.values()].map(({ propertyId, providerId, noted }) => {
        return { propertyId, providerId, ...toProviderVerdict(noted, clock.now()) };
      }),
  };
}
