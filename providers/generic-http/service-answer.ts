import type { CheckAnswer, Reason } from '../../src/domain/finding.ts';
import { findAt } from './json-pointer.ts';
import type { ResultRule } from './result-rules.ts';
import type { AnswerPointers, ServiceConfig } from './service-config.ts';

const longestReason = 300;
const longestReference = 500;

/**
 * What a document of the service means, read at these pointers. A value that no rule fits is `unavailable`: what is not
 * understood never counts as clear.
 */
export function toServiceAnswer(config: ServiceConfig, pointers: AnswerPointers, document: unknown): CheckAnswer {
  const value = findAt(document, pointers.result);
  const rule = config.rules.find(({ fits }) => fits(value));
  if (rule === undefined)
    return toUnavailable(config, 'value_unknown', 'answers with a value that has no meaning here');
  const reasons = [toRuleReason(config, rule), ...toOwnReasons(pointers, document)];
  switch (rule.result) {
    case 'clear':
    case 'incomplete':
      return { result: rule.result, reasons };
    case 'match':
      return { result: 'match', strength: rule.strength ?? 'possible', reasons };
    case 'pending': {
      const reference = findReference(pointers, document);
      if (reference === undefined)
        return toUnavailable(config, 'no_reference', 'does not say how it calls the question');
      const guestUrl = pointers.guestUrl && findAt(document, pointers.guestUrl);
      return { result: 'pending', reasons, reference, ...(isWebAddress(guestUrl) ? { guestUrl } : {}) };
    }
  }
}

/** How the service calls a question, as text; `undefined` where it does not say. */
export function findReference({ reference }: AnswerPointers, document: unknown): string | undefined {
  const found = reference === undefined ? undefined : findAt(document, reference);
  const text = typeof found === 'number' ? String(found) : found;
  return typeof text === 'string' && text !== '' && text.length <= longestReference ? text : undefined;
}

export function toUnavailable({ name }: Pick<ServiceConfig, 'name'>, code: string, words: string): CheckAnswer {
  return { result: 'unavailable', reasons: [{ code: `generic_http.${code}`, text: `${name} ${words}` }] };
}

/** In the configuration's words, not the service's. */
function toRuleReason({ name }: ServiceConfig, { result, words }: ResultRule): Reason {
  return { code: `generic_http.${result}`, text: `${name} answers: ${words}` };
}

function toOwnReasons({ reason }: AnswerPointers, document: unknown): readonly Reason[] {
  const said = reason === undefined ? undefined : findAt(document, reason);
  const texts = (Array.isArray(said) ? (said as unknown[]) : [said]).filter((text) => typeof text === 'string');
  return texts
    .map((text) => text.trim().slice(0, longestReason))
    .filter((text) => text !== '')
    .slice(0, 10)
    .map((text) => ({ code: 'generic_http.says', text }));
}

function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);
}
