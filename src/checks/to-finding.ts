import type { CheckAnswer, Finding } from '../domain/finding.ts';
import type { Instant } from '../domain/subject.ts';
import type { ProviderManifest } from '../ports/check-provider.ts';

/** An answer, signed with who gave it and when. */
export function toFinding(manifest: ProviderManifest, answer: CheckAnswer, checkedAt: Instant): Finding {
  const { id, version, label } = manifest;
  return { ...answer, provider: id, providerVersion: version, label, checkedAt };
}
