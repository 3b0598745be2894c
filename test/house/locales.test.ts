import { describe, expect, it } from '@jest/globals';
import { languages } from '../../src/i18n/languages.ts';
import { namespaces } from '../../src/i18n/texts.ts';
import { findLocaleFile, listLocaleFiles, listMisfits, otherLanguages, toFlatTexts } from './locale-files.ts';

/** Namespaces whose English is still moving. Nothing else may lack a translation. */
const notYetTranslated: readonly string[] = [];

const present = listLocaleFiles();
const translated = present.namespaces.filter((namespace) => !notYetTranslated.includes(namespace));

describe('the texts', () => {
  it('stand in folders and files that the service knows', () => {
    expect(languages).toEqual(expect.arrayContaining([...present.folders]));
    expect(namespaces).toEqual(expect.arrayContaining([...present.namespaces]));
  });

  it.each(present.namespaces)('of %s are all there in English', (namespace) => {
    const english = findLocaleFile('en', namespace);
    expect(english === undefined ? ['is missing'] : listMisfits('en', english, english)).toEqual([]);
  });

  it.each(otherLanguages)('in %s fit the English ones', (language) => {
    const misfits = translated.flatMap((namespace) => {
      const [english, translation] = [findLocaleFile('en', namespace), findLocaleFile(language, namespace)];
      if (english === undefined || translation === undefined) return [`${namespace} is missing`];
      return listMisfits(language, english, translation).map((misfit) => `${namespace} ${misfit}`);
    });
    expect(misfits).toEqual([]);
  });

  it('that are said to be untranslated still are', () => {
    const stale = notYetTranslated.filter((namespace) =>
      otherLanguages.every((language) => findLocaleFile(language, namespace) !== undefined),
    );
    expect(stale).toEqual([]);
  });
});

describe('listMisfits', () => {
  const english = toFlatTexts({
    hello: 'Hello {{name}}',
    guests_one: '{{count}} guest of {{name}}',
    guests_other: '{{count}} guests of {{name}}',
  });
  const german = {
    hello: 'Hallo {{name}}',
    guests_one: 'Ein Gast von {{name}}',
    guests_other: '{{count}} Gäste von {{name}}',
  };
  const listGerman = (texts: object) => listMisfits('de', english, toFlatTexts({ ...german, ...texts }));

  it('accepts a translation that fits', () => {
    expect(listGerman({})).toEqual([]);
  });

  it('names a key that is missing, one that is not used and one that is empty', () => {
    const { hello, ...others } = german;
    expect(listMisfits('de', english, toFlatTexts({ ...others, bye: hello, guests_one: ' ' }))).toEqual([
      'lacks hello',
      'has bye, which is not used',
      'has nothing for guests_one',
    ]);
  });

  it('names a placeholder that differs', () => {
    expect(listGerman({ hello: 'Hallo {{nmae}}' })).toEqual([
      'fills in {{nmae}} for hello, where English has {{name}}',
    ]);
  });

  it('asks for every plural that the language has', () => {
    expect(listMisfits('uk', english, toFlatTexts({ hello: 'Вітаю, {{name}}', guests_one: '{{name}}' }))).toEqual([
      'lacks guests_few',
      'lacks guests_many',
      'lacks guests_other',
    ]);
  });
});
