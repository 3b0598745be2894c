import type { CheckAnswer, FindingResult, MatchStrength } from '../domain/finding.ts';

const results: readonly FindingResult[] = ['clear', 'match', 'incomplete', 'pending', 'unavailable'];
const strengths: readonly MatchStrength[] = ['possible', 'likely', 'strong'];

/** Whether what a provider answered is an answer: providers are other people's code. */
export function isCheckAnswer(value: unknown): value is CheckAnswer {
  if (typeof value !== 'object' || value === null) return false;
  const answer = value as Partial<Record<keyof CheckAnswer, unknown>>;
  return (
    isOneOf(answer.result, results) &&
    (answer.strength === undefined || isOneOf(answer.strength, strengths)) &&
    (answer.note === undefined || typeof answer.note === 'string') &&
    Array.isArray(answer.reasons) &&
    answer.reasons.every(isReason)
  );
}

function isReason(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { code, text } = value as Record<string, unknown>;
  return typeof code === 'string' && typeof text === 'string';
}

function isOneOf(value: unknown, allowed: readonly string[]): boolean {
  return typeof value === 'string' && allowed.includes(value);
}
