import { describe, expect, test } from '@jest/globals';
import { emptyContent, type FormContent } from '../../../../src/domain/form/form-content.ts';
import { toTidings, toWholeGuest } from '../../../../src/domain/form/form-delivery.ts';
import { defaultFormSettings, type FormSettings } from '../../../../src/domain/form/form-settings.ts';

const answers = { firstName: 'Ingrid Marie', lastName: 'Solheim', email: 'ingrid@solheim.example' };
const overlay: FormContent['overlay'] = {
  firstName: { value: 'Ingrid Marie', basis: 'Ingrid' },
  email: { value: 'ingrid@solheim.example', basis: 'ingrid.1@guest.booking.com' },
};
const content: FormContent = { ...emptyContent, answers, overlay };
const may = (mayOverwrite: FormSettings['mayOverwrite']): FormSettings => ({ ...defaultFormSettings, mayOverwrite });

const lisbon = 'Europe/Lisbon';

function toCustom(given: FormContent, settings: FormSettings = defaultFormSettings, timeZone = lisbon) {
  return Object.fromEntries(
    toTidings(given, settings, timeZone).customValues.map(({ shortcode, value }) => [shortcode, value]),
  );
}

describe('names and e-mail', () => {
  test('stand beside what the PMS has, where they may not take its place', () => {
    expect(toTidings(content, defaultFormSettings, lisbon).fields).toEqual({});
    expect(toCustom(content)).toEqual({
      form_document_name: 'Ingrid Marie Solheim',
      form_email: 'ingrid@solheim.example',
    });
  });

  test.each([
    [{ names: true, email: false }, { firstName: 'Ingrid Marie' }, ['form_email']],
    [{ names: false, email: true }, { email: 'ingrid@solheim.example' }, ['form_document_name']],
    [{ names: true, email: true }, { firstName: 'Ingrid Marie', email: 'ingrid@solheim.example' }, []],
  ])('take the place of what the PMS has as the property says: %j', (mayOverwrite, fields, beside) => {
    expect(toTidings(content, may(mayOverwrite), lisbon).fields).toEqual(fields);
    expect(Object.keys(toCustom(content, may(mayOverwrite)))).toEqual(beside);
  });

  test('fill in what is empty, whatever the property says', () => {
    const filling = { ...content, overlay: { email: { value: 'ingrid@solheim.example' } } };
    expect(toTidings(filling, defaultFormSettings, lisbon).fields).toEqual({ email: 'ingrid@solheim.example' });
    expect(toCustom(filling)).toEqual({});
  });

  test('an address that looks like a card is not told: the PMS would refuse everything with it', () => {
    const email = '4111111111111111@post.example';
    const given = { ...content, answers: { email }, overlay: { email: { value: email, basis: 'a@b.example' } } };
    expect(toCustom(given)).toEqual({});
  });
});

describe('a document', () => {
  const whole = {
    ...{ documentType: 'passport', documentNumber: 'CCX1', documentIssuingCountry: 'NO' },
    ...{ documentIssuedOn: '2020-01-05', documentExpiresOn: '2030-01-05' },
  };

  test('goes whole where one part of it differs, and without its machine-readable zone', () => {
    const given = {
      ...emptyContent,
      answers: { ...whole, documentMrz: 'P<NOR' },
      overlay: { documentNumber: { value: 'CCX1', basis: 'OLD' }, documentMrz: { value: 'P<NOR' } },
    };
    expect(toTidings(given, defaultFormSettings, lisbon).fields).toEqual(whole);
  });

  test('does not go where nothing of it differs', () => {
    expect(toTidings({ ...emptyContent, answers: whole }, defaultFormSettings, lisbon).fields).toEqual({});
  });

  test('whose zone alone is new does not go again', () => {
    const overlaid = { documentNumber: { value: 'CCX1', basis: 'CCX1' }, documentMrz: { value: 'P<NOR' } };
    const given = { ...emptyContent, answers: { ...whole, documentMrz: 'P<NOR' }, overlay: overlaid };
    expect(toTidings(given, defaultFormSettings, lisbon).fields).toEqual({});
  });

  test('of a guest whom the PMS does not know goes with everything else', () => {
    const guest = toWholeGuest({ ...answers, ...whole, documentMrz: 'P<NOR', arrivalTime: '18:00', phone: '' });
    expect(guest).toEqual({ ...answers, ...whole });
  });
});

describe('custom fields', () => {
  const at = '2026-11-20T10:00:00.000Z';
  const notice = { purpose: 'privacy', version: '2', language: 'en', at, by: 'guest' };

  test('are told once, and again when what they say changes', () => {
    const given = { ...emptyContent, answers: { arrivalTime: '18:00', purpose: 'leisure' } };
    const told = toCustom(given);
    expect(told).toEqual({ form_arrival_time: '18:00', form_purpose: 'leisure' });
    expect(toCustom({ ...given, told })).toEqual({});
    expect(toCustom({ ...given, answers: {}, told })).toEqual({ form_arrival_time: '', form_purpose: '' });
  });

  test('show the newest word on each purpose, with the version of the notice and the day', () => {
    const consents = [
      { ...notice, given: true },
      { ...notice, purpose: 'marketing', given: true },
      { ...notice, purpose: 'marketing', given: false, at: '2026-11-22T10:00:00.000Z' },
    ];
    expect(toCustom({ ...emptyContent, consents })).toEqual({
      form_consents: 'privacy: yes (2, 2026-11-20) · marketing: no (2, 2026-11-22)',
    });
  });

  test('show the day that it was at the property when somebody said so', () => {
    const consents = [{ ...notice, given: true, at: '2026-11-20T23:30:00.000Z' }];
    const show = (timeZone: string) => toCustom({ ...emptyContent, consents }, defaultFormSettings, timeZone);
    expect(show('Asia/Tokyo')).toEqual({ form_consents: 'privacy: yes (2, 2026-11-21)' });
    expect(show('America/Los_Angeles')).toEqual({ form_consents: 'privacy: yes (2, 2026-11-20)' });
  });

  test("show a choice in staff's words, and what was written as it is", () => {
    const questions: FormSettings['questions'] = [
      { id: 'cot', name: 'Cot', isRequired: false, text: {}, choices: [{ id: 'y', text: { de: 'Ja', en: 'Yes' } }] },
      { id: 'bed', name: 'Bed', isRequired: false, text: {}, choices: [{ id: 'b', text: { de: 'Breit' } }] },
      { id: 'pillow', name: 'Pillow', isRequired: false, text: {} },
    ];
    const given = { ...emptyContent, questions: { cot: 'y', bed: 'b', pillow: 'Down, please' } };
    const settings = { ...defaultFormSettings, questions };
    expect(toCustom(given, settings)).toEqual({ form_cot: 'Yes', form_bed: 'Breit', form_pillow: 'Down, please' });
  });
});
