import type { Finding } from '../domain/finding.ts';
import type { SubjectFields } from '../domain/subject.ts';
import type { ProviderManifest } from './check-provider.ts';

/**
 * Asks one provider, within its manifest: only its declared fields, its deadline, its concurrency. Never throws for what a
 * provider does; a provider that throws, hangs or answers nonsense is a finding with result `unavailable`.
 */
export interface CheckRunner {
  /** The providers that this property has switched on, in the order of the registry. */
  listFor(propertyId: string): readonly ProviderManifest[];
  run(providerId: string, fields: SubjectFields, context: CheckRunContext): Promise<Finding>;
}

export interface CheckRunContext {
  readonly propertyId: string;
  /** The same for every try of the same question. */
  readonly questionId: string;
  readonly signal: AbortSignal;
}
