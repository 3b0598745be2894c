import type { CheckAnswer, MatchStrength, Reason } from '../../src/domain/finding.ts';
import type { SettingDefinition, SettingValues } from '../../src/ports/check-provider.ts';
import { type BirthDateAgreement, compareBirthDates, type ListHit, toHitStrength } from './list-hit.ts';
import { listMissingNames, type SearchedPerson } from './searched-person.ts';

export interface SearchResult {
  readonly person: SearchedPerson;
  readonly hits: readonly ListHit[];
  /** How old the lists are, in a few words, where the vendor says so. */
  readonly edition?: string;
}

/** The settings by which scores become strengths. */
export function toThresholdSettings(defaults: Readonly<Record<'possible' | 'likely' | 'strong', number>>) {
  return {
    possibleFrom: toThreshold('From this score on, somebody on a list is a match at all.', defaults.possible),
    likelyFrom: toThreshold(
      'From this score on, a match is likely, where the birth year agrees at least.',
      defaults.likely,
    ),
    strongFrom: toThreshold(
      'From this score on, a match is strong, where the whole birth date agrees.',
      defaults.strong,
    ),
  } as const;
}

function toThreshold(description: string, value: number): SettingDefinition {
  return { type: 'number', description, default: value, minimum: 0, maximum: 1 };
}

const mostReasons = 5;
const order: readonly MatchStrength[] = ['strong', 'likely', 'possible'];

/** Half a name finds few people, and nothing found by it means little: the guest is asked for the other half. */
export function toListAnswer(providerId: string, settings: SettingValues, result: SearchResult): CheckAnswer {
  const { person, edition } = result;
  const thresholds = { likelyFrom: Number(settings.likelyFrom), strongFrom: Number(settings.strongFrom) };
  const rated = result.hits
    .filter(({ score, isSameDocument }) => score >= Number(settings.possibleFrom) || isSameDocument)
    .map((hit) => ({ hit, strength: toHitStrength(hit, person.birthDate, thresholds) }))
    .sort(
      (one, other) => order.indexOf(one.strength) - order.indexOf(other.strength) || other.hit.score - one.hit.score,
    );
  const [best] = rated;
  if (best !== undefined) {
    const reasons = rated.slice(0, mostReasons).map(({ hit }) => toReason(providerId, person, hit));
    return { result: 'match', strength: best.strength, reasons, note: toNote(`${best.strength} match`, edition) };
  }
  if (listMissingNames(person).length > 0) return toNameMissing(providerId, person);
  return { result: 'clear', reasons: [], ...(edition === undefined ? {} : { note: edition }) };
}

/** The guest is asked for the name, or the rest of it. */
export function toNameMissing(providerId: string, person: SearchedPerson): CheckAnswer {
  const reason = {
    code: `${providerId}.name_missing`,
    text: 'Lists cannot be searched for the guest without a whole name',
  };
  return { result: 'incomplete', missing: listMissingNames(person), reasons: [reason] };
}

const agreementWords: Readonly<Record<BirthDateAgreement, string>> = {
  same: 'same birth date',
  'same year': 'same year of birth',
  unknown: 'no birth date to compare',
  other: 'another birth date',
};

function toReason(providerId: string, { birthDate }: SearchedPerson, hit: ListHit): Reason {
  const agreement = agreementWords[compareBirthDates(birthDate, hit.birthDates)];
  const facts = [`score ${hit.score.toFixed(2)}`, agreement, ...(hit.isSameDocument ? ['same document number'] : [])];
  const details = hit.details.map(toPlain).filter((detail) => detail !== '');
  const ending = details.length === 0 ? '' : `: ${details.join('; ')}`;
  return { code: `${providerId}.listed`, text: `On a list as “${toPlain(hit.name)}” (${facts.join(', ')})${ending}` };
}

function toNote(words: string, edition: string | undefined): string {
  return edition === undefined ? words : `${words}, ${edition}`;
}

const longestText = 160;

/** What comes from a list is shown to staff as it is, but on one line, and not without end. */
function toPlain(text: string): string {
  const plain = text.replace(/\p{C}/gu, ' ').replace(/\s+/g, ' ').trim();
  return plain.length > longestText ? `${plain.slice(0, longestText).toWellFormed()}…` : plain;
}
