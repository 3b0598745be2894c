import type { CheckAnswer, MatchStrength, Reason } from '../../src/domain/finding.ts';
import type { Agreement, PersonComparison } from './compare-person.ts';

interface Difference {
  readonly code: string;
  readonly strength: MatchStrength;
  readonly text: string;
}

/** Given names are written in many ways; a family name and a birth date are not. */
const differences: Readonly<Record<keyof PersonComparison, Difference>> = {
  familyName: {
    code: 'family_name_differs',
    strength: 'likely',
    text: 'The family name on the document is another than the booking’s',
  },
  givenName: {
    code: 'given_name_differs',
    strength: 'possible',
    text: 'The given name on the document is another than the booking’s',
  },
  birthDate: {
    code: 'birth_date_differs',
    strength: 'likely',
    text: 'The birth date on the document is another than the booking’s',
  },
};

/** What it means that somebody has shown a genuine document. `prefix` begins the reason codes. */
export function toVerifiedAnswer(prefix: string, comparison: PersonComparison): CheckAnswer {
  const parts: readonly (keyof PersonComparison)[] = ['familyName', 'givenName', 'birthDate'];
  const different = parts.filter((part) => comparison[part] === 'different').map((part) => differences[part]);
  if (different.length > 0) {
    const strength = different.some((difference) => difference.strength === 'likely') ? 'likely' : 'possible';
    const reasons = different.map(({ code, text }) => ({ code: `${prefix}.${code}`, text }));
    return { result: 'match', strength, reasons, note: 'document of somebody else' };
  }
  if (comparison.familyName === 'unknown') {
    const text = 'A genuine document was shown, but its name cannot be compared with the booking’s';
    const reasons = [{ code: `${prefix}.name_not_compared`, text }];
    return { result: 'match', strength: 'possible', reasons, note: 'verified, name not compared' };
  }
  return { result: 'clear', reasons: [toVerifiedReason(prefix, comparison.birthDate)], note: 'verified' };
}

function toVerifiedReason(prefix: string, birthDate: Agreement): Reason {
  const what = birthDate === 'same' ? 'name and birth date are' : 'name is';
  return { code: `${prefix}.verified`, text: `A genuine document was shown, and its ${what} the booking’s` };
}
