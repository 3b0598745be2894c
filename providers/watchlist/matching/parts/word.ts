import type { Certainty, PartKind } from './name-part.ts';

/** A word of a name before its sound is worked out. Always made with these fields in this order: engines read one shape faster. */
export interface Word {
  /** Equal texts are equal words. */
  readonly text: string;
  /** What its sound is worked out from: the text, or with the sounds of marked letters. */
  readonly spoken: string;
  readonly kind: PartKind;
  readonly certainty: Certainty;
}

/** Equal for words that are equal in all. Plain words, by far the most, are their own key. */
export function keyOf({ text, spoken, kind, certainty }: Word): string {
  if (kind === 'full' && certainty === 'spelled' && text === spoken) return text;
  return `${kind}:${certainty}:${text}:${spoken}`;
}

/** A full word that is written out in Latin letters. */
export function latinWord(text: string, spoken = text): Word {
  return { text, spoken, kind: 'full', certainty: 'spelled' };
}

export function withCertainty({ text, spoken, kind }: Word, certainty: Certainty): Word {
  return { text, spoken, kind, certainty };
}

export function withKind({ text, spoken, certainty }: Word, kind: PartKind): Word {
  return { text, spoken, kind, certainty };
}
