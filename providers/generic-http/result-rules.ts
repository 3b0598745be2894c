import type { FindingResult, MatchStrength } from '../../src/domain/finding.ts';

/** What a value of the service means. */
export interface Meaning {
  readonly result: Exclude<FindingResult, 'unavailable'>;
  readonly strength?: MatchStrength;
}

export interface ResultRule extends Meaning {
  /** As the configuration has it: what staff may read. */
  readonly words: string;
  readonly fits: (value: unknown) => boolean;
}

const rulePattern =
  /^(?<words>.+?)\s*=\s*(?:match\s+(?<strength>possible|likely|strong)|(?<result>clear|incomplete|pending))$/;

/** `undefined` in the place of each line that is no rule. */
export function toResultRules(text: string): readonly (ResultRule | undefined)[] {
  return text
    .split(/[;\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(toRule);
}

function toRule(line: string): ResultRule | undefined {
  const { words, strength, result } = rulePattern.exec(line)?.groups ?? {};
  if (words === undefined) return undefined;
  const fits = toFits(words);
  if (fits === undefined) return undefined;
  if (strength !== undefined) return { words, fits, result: 'match', strength: strength as MatchStrength };
  return { words, fits, result: result as Meaning['result'] };
}

/** A comparison with a number, or the value itself as text. */
function toFits(words: string): ResultRule['fits'] | undefined {
  const [, sign, bound = ''] = /^(>=|<=|<|>)\s*(.*)$/.exec(words) ?? [];
  if (sign === undefined) return (value) => toComparable(value) === words;
  const limit = toNumber(bound);
  if (Number.isNaN(limit)) return undefined;
  switch (sign) {
    case '>=':
      return (value) => toNumber(toComparable(value)) >= limit;
    case '<=':
      return (value) => toNumber(toComparable(value)) <= limit;
    case '<':
      return (value) => toNumber(toComparable(value)) < limit;
    default:
      return (value) => toNumber(toComparable(value)) > limit;
  }
}

/** Texts, numbers, true, false and null as they are written; a list by its length. */
function toComparable(value: unknown): string | undefined {
  if (Array.isArray(value)) return String(value.length);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value.trim() : undefined;
}

/** No number, no empty text: neither may count as 0. */
function toNumber(text: string | undefined): number {
  return text !== undefined && /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}
