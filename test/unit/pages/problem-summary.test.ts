import { expect, test } from '@jest/globals';
import { textsFor } from '../../../src/i18n/texts.ts';
import { toAccent } from '../../../src/pages/form/colours.ts';
import type { PageFrame } from '../../../src/pages/form/form-view.ts';
import { problemSummary } from '../../../src/pages/form/step-page.ts';

const toFrame = (language: 'en' | 'ja'): PageFrame => ({
  t: textsFor(language, 'form'),
  ...{ language, direction: 'ltr', languages: [], css: '', isForStaff: false },
  property: { name: 'Hotel Adler', accent: toAccent(undefined) },
});

test.each([
  ['en', 'I have read the privacy notice: Please tick this box.'],
  ['ja', 'プライバシーに関するお知らせを読みました: チェックを入れてください。'],
] as const)('what is to be ticked is said in one sentence (%s)', (language, sentence) => {
  const frame = toFrame(language);
  const label = frame.t('consent.privacy');
  const consent = { name: 'consent.privacy', control: 'checkbox', label, isRequired: true, value: '' } as const;
  const summary = problemSummary(frame, [{ ...consent, problem: 'not_ticked' }]);
  expect(summary?.markup).toContain(`>${sentence}</a>`);
});
