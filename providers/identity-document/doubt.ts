import type { MatchStrength, Reason } from '../../src/domain/finding.ts';

/** One thing about a document that does not fit. */
export interface Doubt {
  readonly strength: MatchStrength;
  readonly reason: Reason;
}

/** A slip of the pen, or a rule with exceptions: somebody should look. */
export function toPossible(code: string, text: string): Doubt {
  return { strength: 'possible', reason: { code: `document.${code}`, text } };
}

/** What a genuine document, read rightly, does not do. */
export function toLikely(code: string, text: string): Doubt {
  return { strength: 'likely', reason: { code: `document.${code}`, text } };
}
