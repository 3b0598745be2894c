import { describe, expect, test } from '@jest/globals';
import { checkStep, readStep } from '../../../../src/domain/form/check-answers.ts';
import { fieldsOfTopic } from '../../../../src/domain/form/form-field.ts';
import type { FormQuestion } from '../../../../src/domain/form/form-settings.ts';
import type { AskedStep } from '../../../../src/domain/form/form-steps.ts';

const context = { today: '2026-11-23', readPhone: (text: string) => (text.startsWith('+') ? text : undefined) };
const cot: FormQuestion = {
  ...{ id: 'cot', name: 'Cot', isRequired: true, text: { en: 'A cot?' } },
  choices: [{ id: 'yes', text: { en: 'Yes' } }],
};
const wish: FormQuestion = { id: 'wish', name: 'Wish', isRequired: false, text: { en: 'A wish?' } };

function toStep(fields: readonly AskedStep['fields'][number]['field'][], questions: readonly FormQuestion[] = []) {
  const asked = fields.map((field) => ({ field, isRequired: true, why: 'property' as const }));
  return { id: 'person' as const, fields: asked, questions };
}

describe('reading a step', () => {
  test('takes what it asks for, and nothing else that was sent', () => {
    const typed = { firstName: ' Ana  Maria ', birthDate: '1990-02-03', __proto__: 'x', phone: '+351 1' };
    expect(readStep(toStep(['firstName']), typed, context)).toEqual({
      answers: { firstName: 'Ana Maria' },
      questions: {},
      problems: {},
    });
  });

  test('keeps what is right beside what is wrong', () => {
    const reading = readStep(toStep(['firstName', 'phone']), { firstName: 'Ana', phone: 'mine' }, context);
    expect(reading).toMatchObject({ answers: { firstName: 'Ana' }, problems: { phone: 'phone_unreadable' } });
  });

  test.each([
    ['a choice that there is', { question: cot, text: 'yes' }, undefined],
    ['a choice that there is not', { question: cot, text: 'maybe' }, 'not_a_choice'],
    ['an essay', { question: wish, text: 'a'.repeat(256) }, 'too_long'],
    ['a card number', { question: wish, text: 'Charge 4111 1111 1111 1111' }, 'looks_like_payment_card'],
  ])("reads the property's own question: %s", (_what, { question, text }, problem) => {
    const name = `question.${question.id}`;
    const { problems } = readStep(toStep([], [question]), { [name]: text }, context);
    expect(problems[name]).toBe(problem);
  });
});

describe('a step is finished', () => {
  test('when everything that is required was answered', () => {
    const step = toStep(['firstName', 'lastName'], [cot, wish]);
    expect(checkStep(step, { answers: { firstName: 'Ana', lastName: '' }, questions: {} })).toEqual({
      lastName: 'required',
      'question.cot': 'required',
    });
    const answered = { answers: { firstName: 'Ana', lastName: 'Fontes' }, questions: { cot: 'yes' } };
    expect(checkStep(step, answered)).toEqual({});
  });

  test("not with a booking site's address", () => {
    const answers = { email: 'ana.1@guest.booking.com' };
    expect(checkStep(toStep(['email']), { answers, questions: {} })).toEqual({ email: 'email_of_booking_site' });
  });
});

describe('a document', () => {
  const step = { ...toStep(fieldsOfTopic.document), fields: [] as AskedStep['fields'] };
  const optional = fieldsOfTopic.document.map((field) => ({ field, isRequired: false, why: 'property' as const }));
  const check = (answers: Parameters<typeof checkStep>[1]['answers']) =>
    checkStep({ ...step, fields: optional }, { answers, questions: {} });
  const whole = {
    ...{ documentType: 'passport', documentNumber: 'CCX1', documentIssuingCountry: 'NO' },
    ...{ documentIssuedOn: '2020-01-05', documentExpiresOn: '2030-01-05' },
  };

  test('is whole or not there', () => {
    expect(check({})).toEqual({});
    expect(check(whole)).toEqual({});
    expect(check({ documentNumber: 'CCX1' })).toEqual({
      documentType: 'document_incomplete',
      documentIssuingCountry: 'document_incomplete',
      documentIssuedOn: 'document_incomplete',
      documentExpiresOn: 'document_incomplete',
    });
  });

  test.each([
    ['dni', []],
    ['nie', ['documentIssuedOn']],
    ['cpf', []],
    ['passport', ['documentIssuedOn', 'documentExpiresOn']],
  ])('of the type %s needs the dates that the PMS asks of it', (documentType, missing) => {
    const answers = { documentType, documentNumber: 'CCX1', documentIssuingCountry: 'NO' };
    expect(Object.keys(check(answers))).toEqual(missing);
  });

  test('has dates in an order that can be', () => {
    expect(check({ ...whole, documentExpiresOn: '2020-01-05' })).toEqual({ documentExpiresOn: 'expiry_before_issue' });
    expect(check({ ...whole, birthDate: '2021-01-01' })).toEqual({ documentIssuedOn: 'issued_before_birth' });
  });
});
