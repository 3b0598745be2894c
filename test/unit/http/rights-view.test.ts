import { expect, test } from '@jest/globals';
import { defaultFormSettings } from '../../../src/domain/form/form-settings.ts';
import { toRightsView } from '../../../src/http/form/review-view.ts';
import type { StepSituation } from '../../../src/http/form/step-view.ts';

test.each([
  ['Asia/Tokyo', '21 Nov 2026'],
  ['America/Los_Angeles', '20 Nov 2026'],
])('a guest reads on which day in %s something was said', (timeZone, day) => {
  const at = '2026-11-20T23:30:00.000Z';
  const situation = {
    frame: { language: 'en', property: { name: 'Hotel' }, t: String },
    session: {
      ...{ revision: 1, state: 'submitted', steps: [], asksMarketing: false, questions: {} },
      property: { timeZone },
      notice: defaultFormSettings.privacyNotice,
      consents: [{ purpose: 'privacy', given: true, version: '1', language: 'en', at, by: 'guest' }],
      requests: [{ kind: 'object', text: '', at }],
    },
  } as unknown as StepSituation;
  const { consents, requests } = toRightsView(situation, undefined);
  expect([consents[0]?.at, requests[0]?.at]).toEqual([day, day]);
});
