import type { Finding } from '../domain/finding.ts';
import type { SubjectFields } from '../domain/subject.ts';
import type { ProviderCallback, ProviderManifest } from './check-provider.ts';

/**
 * Asks one provider, within its manifest: only its declared fields and hosts, its deadline, its concurrency, its ceiling.
 * Never throws for what a provider does; one that throws, hangs or answers nonsense is a finding with result `unavailable`.
 */
export interface CheckRunner {
  /** The providers that this property has switched on, in the order of the registry. */
  listFor(propertyId: string): readonly ProviderManifest[];
  /** An answer that still stands comes back as it was given, without asking; so does a question that is still pending. */
  run(providerId: string, fields: SubjectFields, context: CheckRunContext): Promise<Finding>;
  /**
   * What tells one question from another, as a keyed digest: provider, version, property, settings and declared fields. Where
   * the answer comes later it is about a person who was in front of it, not about fields: then the guest counts too.
   */
  toQuestionKey(
    providerId: string,
    fields: SubjectFields,
    about: Pick<CheckRunContext, 'propertyId' | 'guestId'>,
  ): string;
}

export interface CheckRunContext {
  readonly propertyId: string;
  /** Whom an answer that is kept is about, so that it can be withdrawn and forgotten. */
  readonly guestId?: string;
  /** The same for every try of the same question. */
  readonly questionId: string;
  /** Shortens for how long an answer may stand for a new one; the manifest's own time is never lengthened. 0: ask. */
  readonly reuseMs?: number;
  readonly signal: AbortSignal;
}

/** The other end of `pending`: answers that come by callback, or are asked for. */
export interface LaterChecks {
  /** `undefined` for a provider that is unknown or answers at once. */
  find(providerId: string): ProviderManifest | undefined;
  /**
   * Still `pending`, with the guest's page where the vendor told it, or an answer that is neither `pending` nor `unavailable`.
   * A vendor that cannot be asked leaves it `pending`.
   */
  poll(providerId: string, reference: string, context: LaterAskContext): Promise<Finding>;
  /** Throws `checks_unavailable` where the vendor must be asked for the result, and cannot be. */
  readCallback(providerId: string, callback: ProviderCallback, context: LaterAskContext): Promise<LaterReading>;
  /**
   * Has the vendor remove what it holds; resolves when it has confirmed. `unsupported` where the provider has no way to.
   * Throws `redaction_unavailable` while the vendor does not answer or does not take our key, otherwise `redaction_refused`.
   */
  redact(providerId: string, reference: string, context: LaterAskContext): Promise<'redacted' | 'unsupported'>;
}

export type LaterAskContext = Pick<CheckRunContext, 'propertyId' | 'signal'>;

export type LaterReading =
  | { readonly kind: 'answer'; readonly eventId: string; readonly reference: string; readonly finding: Finding }
  | { readonly kind: 'other' }
  | { readonly kind: 'refused'; readonly why: 'signature' | 'timestamp' | 'malformed' | 'unsupported' };
