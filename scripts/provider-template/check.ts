import type { CheckAnswer } from '../../src/domain/finding.ts';
import type { CheckProvider } from '../../src/ports/check-provider.ts';
import { assertAnswered } from '../../src/ports/provider-http.ts';
import { manifest } from './manifest.ts';
import { readAnswer } from './read-answer.ts';

export const newProvider: CheckProvider = {
  manifest,
  check: async ({ firstName, lastName, birthDate }, { http, settings, questionId, signal }): Promise<CheckAnswer> => {
    signal.throwIfAborted();
    if (lastName === undefined) return { result: 'incomplete', reasons: [], missing: ['lastName'] };
    const response = await http.request({
      method: 'POST',
      url: `${String(settings.serviceUrl).replace(/\/+$/, '')}/check`,
      headers: { authorization: `Bearer ${String(settings.apiKey)}`, 'idempotency-key': questionId },
      json: { firstName, lastName, birthDate },
    });
    assertAnswered(response);
    return readAnswer(response.json());
  },
};
