import { expect, test } from '@jest/globals';
import { emptyContent } from '../../../../src/domain/form/form-content.ts';
import { joinContents } from '../../../../src/domain/form/join-contents.ts';

const [early, late] = ['2026-11-23T09:00:00.000Z', '2026-11-23T10:00:00.000Z'];
const consent = { purpose: 'marketing', version: '1', language: 'en', by: 'guest' };

test('what only the other form answers is taken over, with what the PMS has to be told of it', () => {
  const joined = joinContents(
    { ...emptyContent, answers: { email: 'a@x.example' }, overlay: { email: { value: 'a@x.example' } } },
    {
      ...emptyContent,
      answers: { email: 'b@x.example', phone: '+4722123456', guardian: 'Kari' },
      overlay: { email: { value: 'b@x.example' }, phone: { value: '+4722123456' } },
      doneSteps: ['contact'],
      askedByStaff: ['phone'],
    },
  );
  expect(joined).toMatchObject({
    answers: { email: 'a@x.example', phone: '+4722123456', guardian: 'Kari' },
    overlay: { email: { value: 'a@x.example' }, phone: { value: '+4722123456' } },
    doneSteps: ['contact'],
    askedByStaff: ['phone'],
  });
});

test('what the other form answers otherwise is set aside for staff, and what both say is not', () => {
  const older = { answers: { email: 'c@x.example' }, questions: {} };
  const joined = joinContents(
    { ...emptyContent, answers: { email: 'a@x.example', birthDate: '1984-02-09' }, questions: { cot: 'yes' } },
    {
      ...emptyContent,
      answers: { email: 'b@x.example', birthDate: '1984-02-09', phone: '+4722123456' },
      questions: { cot: 'no', pillow: 'soft' },
      setAside: [older],
    },
  );
  expect(joined.setAside).toEqual([older, { answers: { email: 'b@x.example' }, questions: { cot: 'no' } }]);
  expect(joinContents(emptyContent, { ...emptyContent, answers: { phone: '+4722123456' } }).setAside).toBeUndefined();
});

test('a document is taken over whole or not at all', () => {
  const passport = { documentType: 'passport', documentNumber: 'CCX1234567' };
  const card = { documentType: 'dni', documentExpiresOn: '2031-01-05', arrivalTime: '18:00' };
  const joined = joinContents({ ...emptyContent, answers: passport }, { ...emptyContent, answers: card });
  expect(joined.answers).toEqual({ ...passport, arrivalTime: '18:00' });
});

test('the last word on a purpose counts, in whichever form it was said', () => {
  const given = { ...emptyContent, consents: [{ ...consent, given: true, at: early }] };
  const withdrawn = { ...emptyContent, consents: [{ ...consent, given: false, at: late }] };
  for (const joined of [joinContents(given, withdrawn), joinContents(withdrawn, given)]) {
    expect(joined.consents.map((one) => one.given)).toEqual([true, false]);
  }
});
