import { describe, expect, test } from '@jest/globals';
import { defaultFormSettings, type FormSettings } from '../../../../src/domain/form/form-settings.ts';
import { type StepContext, toFormSteps } from '../../../../src/domain/form/form-steps.ts';

const off = Object.fromEntries(Object.keys(defaultFormSettings.fields).map((topic) => [topic, 'off']));
const only = (fields: Partial<FormSettings['fields']>, others: Partial<FormSettings> = {}): FormSettings => {
  return { ...defaultFormSettings, ...others, fields: { ...off, ...fields } as FormSettings['fields'] };
};
const given: StepContext = {
  settings: only({}),
  known: { firstName: 'Ingrid', lastName: 'Solheim', email: 'ingrid@solheim.example', adults: 1, children: 0 },
  ...{ needed: [], askedByStaff: [], answered: [], isBooker: true, isNewCompanion: false, isMinor: false },
};

function listAsked(changes: Partial<StepContext>) {
  const steps = toFormSteps({ ...given, ...changes });
  return steps.flatMap(({ fields }) => fields.map(({ field, isRequired, why }) => [field, isRequired, why]));
}

describe('a guest is asked', () => {
  test('nothing that the hotel knows', () => {
    const settings = only({ email: 'required', birthDate: 'required' });
    expect(listAsked({ settings })).toEqual([['birthDate', true, 'property']]);
    expect(listAsked({ settings, known: { ...given.known, birthDate: '1984-02-09' } })).toEqual([]);
  });

  test('for names even where they are known, because a booking says Joe and a document Joseph', () => {
    expect(listAsked({ settings: only({ names: 'optional' }) })).toEqual([
      ['firstName', true, 'as_in_document'],
      ['lastName', true, 'as_in_document'],
    ]);
  });

  test("for an own address where the hotel has a booking site's", () => {
    const known = { ...given.known, email: 'ingrid.1@guest.booking.com' };
    expect(listAsked({ settings: only({ email: 'required' }), known })).toEqual([['email', true, 'own_email']]);
  });

  test('for what was answered before, so that it can be corrected', () => {
    const known = { ...given.known, birthDate: '1984-02-09' };
    const settings = only({ birthDate: 'optional' });
    expect(listAsked({ settings, known, answered: ['birthDate'] })).toEqual([['birthDate', false, 'property']]);
  });

  test('for what a check lacks, and must answer it, but never what the property has switched off', () => {
    const needed = ['birthDate', 'licencePlate'] as const;
    expect(listAsked({ settings: only({ birthDate: 'optional' }), needed })).toEqual([['birthDate', true, 'check']]);
  });

  test('for what staff want, switched off or not; optional stays optional', () => {
    const askedByStaff = ['birthDate', 'nationality'] as const;
    expect(listAsked({ settings: only({ nationality: 'optional' }), askedByStaff })).toEqual([
      ['birthDate', true, 'staff'],
      ['nationality', false, 'staff'],
    ]);
  });

  test('for a gender where the law wants it, and it is not known', () => {
    const settings = only({}, { genderRequired: true });
    expect(listAsked({ settings })).toEqual([['gender', true, 'law']]);
    expect(listAsked({ settings, known: { ...given.known, gender: 'N/A' } })).toEqual([['gender', true, 'law']]);
    expect(listAsked({ settings, known: { ...given.known, gender: 'F' } })).toEqual([]);
  });

  test('for a guardian while under age', () => {
    expect(listAsked({ settings: only({ birthDate: 'required' }), isMinor: true })).toEqual([
      ['birthDate', true, 'property'],
      ['guardian', true, 'law'],
    ]);
  });

  test('for a whole address or document, of which some parts nobody must have', () => {
    const asked = listAsked({ settings: only({ address: 'required', document: 'required' }) });
    const free = asked.filter(([, isRequired]) => isRequired !== true).map(([field]) => field);
    expect(free).toEqual(['address2', 'state', 'documentMrz']);
  });
});

describe('a companion', () => {
  test('whom the PMS does not know needs names and a country, whatever is switched off', () => {
    const companion = { known: {}, isBooker: false, isNewCompanion: true };
    expect(listAsked(companion)).toEqual([
      ['firstName', true, 'property'],
      ['lastName', true, 'property'],
      ['country', true, 'property'],
    ]);
  });

  test('is asked nothing of the stay, and for no companions', () => {
    const settings = only({ arrivalTime: 'required', purpose: 'required' });
    const known = { ...given.known, adults: 2 };
    expect(toFormSteps({ ...given, settings, known, isBooker: false }).map(({ id }) => id)).toEqual(['consent']);
    expect(toFormSteps({ ...given, settings, known }).map(({ id }) => id)).toEqual(['stay', 'companions', 'consent']);
  });
});

test('the companions are a step where the booking is for more than one, and the property wants it', () => {
  const ids = (changes: Partial<StepContext>) => toFormSteps({ ...given, ...changes }).map(({ id }) => id);
  const family = { ...given.known, adults: 1, children: 1 };
  expect(ids({})).toEqual(['consent']);
  expect(ids({ known: family })).toEqual(['companions', 'consent']);
  expect(ids({ known: family, settings: only({}, { companions: false }) })).toEqual(['consent']);
});

test("the property's own questions make a step of the stay by themselves", () => {
  const questions = [{ id: 'cot', name: 'Cot', isRequired: true, text: { en: 'A cot?' } }];
  const steps = toFormSteps({ ...given, settings: only({}, { questions }) });
  expect(steps.map(({ id }) => id)).toEqual(['stay', 'consent']);
  expect(steps[0]?.questions).toEqual(questions);
});
