import { describe, expect, it } from '@jest/globals';
import { chooseLanguage } from '../../../src/i18n/choose-language.ts';
import { languages, toDirection, toNativeName } from '../../../src/i18n/languages.ts';

describe('chooseLanguage', () => {
  it('takes what the person chose before what browser and country say', () => {
    expect(chooseLanguage({ asked: 'ja', acceptLanguage: 'de', guestCountry: 'FR' })).toBe('ja');
  });

  it('takes the language that the browser wishes most, whatever the order', () => {
    expect(chooseLanguage({ acceptLanguage: 'en;q=0.2, pt-BR;q=0.9, fr;q=0.5', guestCountry: 'DE' })).toBe('pt');
  });

  it('leaves out what the browser refuses', () => {
    expect(chooseLanguage({ acceptLanguage: 'de;q=0, nl;q=0.1' })).toBe('nl');
  });

  it.each([
    ['AT', 'de'],
    ['CH', 'de'],
    ['BR', 'pt'],
    ['MX', 'es'],
    ['BE', 'nl'],
    ['UA', 'uk'],
    ['TW', 'zh'],
    ['EG', 'ar'],
    ['JP', 'ja'],
    ['US', 'en'],
  ])('reads %s as %s', (guestCountry, language) => {
    expect(chooseLanguage({ guestCountry, fallback: 'it' })).toBe(language);
  });

  it('speaks the fallback to a country whose language is not offered', () => {
    expect(chooseLanguage({ guestCountry: 'PL', fallback: 'it' })).toBe('it');
  });

  it('never answers with a language that is not offered', () => {
    expect(chooseLanguage({ asked: 'ar', guestCountry: 'EG', offered: ['fr', 'en'], fallback: 'de' })).toBe('fr');
  });

  it.each([
    '',
    '*',
    ';;q=1,,',
    'de;q=1.5',
    'de;q=x',
    '../../etc',
    'x'.repeat(100_000),
    '\u0000',
    'de\r\nSet-Cookie: a=b',
  ])('takes nonsense for no hint (%#)', (nonsense) => {
    expect(chooseLanguage({ asked: nonsense, acceptLanguage: nonsense, guestCountry: nonsense, fallback: 'nl' })).toBe(
      'nl',
    );
  });

  it('takes a code that is no country for no hint', () => {
    expect(chooseLanguage({ guestCountry: 'QX', fallback: 'nl' })).toBe('nl');
  });
});

describe('languages', () => {
  it('call themselves by their own names, as a list to choose from has them', () => {
    expect(languages.map(toNativeName)).toEqual([
      'English',
      'Deutsch',
      'Français',
      'Español',
      'Italiano',
      'Português',
      'Nederlands',
      'Українська',
      '中文',
      '日本語',
      'العربية',
      'മലയാളം',
    ]);
  });

  it('are written from left to right, but for Arabic', () => {
    expect(languages.filter((language) => toDirection(language) === 'rtl')).toEqual(['ar']);
  });
});
