import { describe, expect, it } from '@jest/globals';
import { formatsFor } from '../../../src/i18n/formats.ts';

describe('formatsFor', () => {
  it.each([
    ['en', undefined, 'Saturday, 28 November 2026'],
    ['en', 'US', 'Saturday, November 28, 2026'],
    ['de', undefined, 'Samstag, 28. November 2026'],
    ['ja', undefined, '2026年11月28日土曜日'],
    ['ar', undefined, 'السبت، 28 نوفمبر 2026'],
    ['uk', undefined, 'субота, 28 листопада 2026 р.'],
  ] as const)('writes a date in %s for %s as people there do', (language, country, text) => {
    expect(formatsFor(language, country).longDate('2026-11-28')).toBe(text);
  });

  it('knows the calendar of the property only: no time zone moves a date', () => {
    expect(formatsFor('en').longDate('2026-01-01')).toBe('Thursday, 1 January 2026');
  });

  it.each([
    [{ firstName: 'Ingrid', lastName: 'Solheim' }, 'Ingrid Solheim'],
    [{ firstName: '清一郎', lastName: '林田' }, '林田清一郎'],
    [{ firstName: 'さくら', lastName: '山田' }, '山田 さくら'],
    [{ firstName: '', lastName: 'Dvořák' }, 'Dvořák'],
    [{ firstName: 'Dara ', lastName: '' }, 'Dara'],
    [{ firstName: ' ', lastName: '' }, ''],
  ])('writes the name %j as %s', (name, text) => {
    expect(formatsFor('en').personName(name)).toBe(text);
  });

  it('names countries in the language, and leaves what is no country as it is', () => {
    expect(formatsFor('de').country('DE')).toBe('Deutschland');
    expect(formatsFor('de').country('x!')).toBe('x!');
  });

  it('joins what belongs together', () => {
    expect(formatsFor('fr').list(['Anna', 'Erik', 'Maja'])).toBe('Anna, Erik et Maja');
  });
});
