import { describe, expect, test } from '@jest/globals';
import { guestFieldDefinitions } from '../../../src/pms/cloudbeds/guest-field-definitions.ts';
import { toShownByName, toShownByShortcode } from '../../../src/pms/cloudbeds/shown-values.ts';

const empty = { screening_outcome: '', screening_summary: '', screening_updated: '', screening_link: '' };

describe('what our fields show, by shortcode', () => {
  test('is every one of them: what is left out is empty', () => {
    const rows = [
      { shortcode: 'screening_status', isActive: true, customFieldValue: ' Completed ' },
      { shortcode: 'diet', customFieldValue: 'Vegan' },
      null,
    ];
    expect(toShownByShortcode(rows)).toEqual({ ...empty, screening_status: 'Completed' });
  });

  test('but those that are archived', () => {
    const shown = toShownByShortcode([
      { shortcode: 'screening_status', isActive: false, customFieldValue: 'Completed' },
    ]);
    expect(shown).toEqual(empty);
  });

  test.each([undefined, null, {}, 'none'])('is unknown where the PMS sends %p', (rows) => {
    expect(toShownByShortcode(rows)).toBeUndefined();
    expect(toShownByName(rows, undefined)).toBeUndefined();
  });
});

describe('what they show, by name', () => {
  const row = (customFieldName: string) => ({ customFieldName, customFieldValue: 'Completed' });

  test('is what carries the name that is known, or the first one', () => {
    expect(toShownByName([row('Screening status')], undefined)).toEqual({ screening_status: 'Completed' });
    const known = new Map(guestFieldDefinitions.map((field) => [field.shortcode, { ...field, name: 'Gästeprüfung' }]));
    expect(toShownByName([row('Gästeprüfung')], known)).toMatchObject({ screening_status: 'Completed' });
  });

  test('is nothing where the name may have been changed', () => {
    expect(toShownByName([row('Something else')], undefined)).toEqual({});
  });
});
