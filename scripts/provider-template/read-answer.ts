import type { CheckAnswer } from '../../src/domain/finding.ts';
import { ProviderHttpError } from '../../src/ports/provider-http.ts';

/** What the service answers: `{"hits": [{"reason": "…"}]}`. Throws `not_json` for anything else: nonsense is never clear. */
export function readAnswer(body: unknown): CheckAnswer {
  const hits = typeof body === 'object' && body !== null && 'hits' in body ? body.hits : undefined;
  if (!Array.isArray(hits)) throw new ProviderHttpError('not_json');
  if (hits.length === 0) return { result: 'clear', reasons: [] };
  return { result: 'match', strength: 'possible', reasons: hits.map(toReason) };
}

function toReason(hit: unknown): { readonly code: string; readonly text: string } {
  const reason = typeof hit === 'object' && hit !== null && 'reason' in hit ? hit.reason : undefined;
  return { code: 'new_provider.hit', text: typeof reason === 'string' ? reason : 'Known to the service' };
}
