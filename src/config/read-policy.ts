import type { Policy } from '../domain/policy.ts';
import type { ProviderManifest } from '../ports/check-provider.ts';
import { toPolicySchema } from './policy-schema.ts';
import { type SchemaProblem, toSchemaProblems } from './schema-problems.ts';

export type PolicyReading = { readonly policy: Policy } | { readonly problems: readonly SchemaProblem[] };

/** Reads a policy by itself, in the same form as in the configuration file. */
export function createReadPolicy(manifests: readonly ProviderManifest[]): (value: unknown) => PolicyReading {
  const schema = toPolicySchema(manifests);
  return (value) => {
    const parsed = schema.safeParse(value);
    // What is optional in the form is absent where it was left out, so that it is a policy as it stands.
    return parsed.success
      ? { policy: parsed.data as Policy }
      : { problems: toSchemaProblems(parsed.error, () => true) };
  };
}
