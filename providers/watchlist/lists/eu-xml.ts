import { decodeText } from './decode-text.ts';
import { addEuBirth, addEuCitizenship, addEuName } from './eu-entry.ts';
import { findDay } from './listed-day.ts';
import { defaultMaxBytes, getFile } from './list-reader.ts';
import type { ListReader } from './list-reader.ts';
import { PersonDrafts } from './person-drafts.ts';
import { childrenOf, findAttribute, findElement, findText } from './xml-element.ts';
import type { XmlElement } from './xml-element.ts';
import { readXmlRecords } from './xml-records.ts';

/** The EU's consolidated financial sanctions list, XML 1.1. Entry ids are its logical ids. */
export const readEuXml: ListReader = async (files, context) => {
  const drafts = new PersonDrafts(context);
  const text = decodeText(getFile(files), { maxBytes: context.maxBytes ?? defaultMaxBytes });
  let publishedOn: string | undefined;
  for await (const record of readXmlRecords(text, { root: ['export'], records: ['sanctionEntity'] })) {
    if (record.name === 'export') publishedOn = findDay(findAttribute(record, 'generationDate'));
    else if (isPerson(record)) readEntity(record, drafts);
  }
  return drafts.toEdition(context.listId, publishedOn);
};

function isPerson(entity: XmlElement): boolean {
  const type = findElement(entity, 'subjectType');
  return findAttribute(type, 'code') === 'person' || findAttribute(type, 'classificationCode') === 'P';
}

function readEntity(entity: XmlElement, drafts: PersonDrafts): void {
  const id = findAttribute(entity, 'logicalId');
  if (id === undefined) return;
  const draft = drafts.getOrAdd(id);
  draft.reference = findAttribute(entity, 'euReferenceNumber');
  draft.listedOn = findDay(findAttribute(entity, 'designationDate'));
  for (const regulation of childrenOf(entity, 'regulation')) {
    draft.addProgramme(findAttribute(regulation, 'programme'));
    draft.addLink(findText(regulation, 'publicationUrl'));
    draft.listedOn ??= findDay(findAttribute(regulation, 'publicationDate'));
  }
  for (const alias of childrenOf(entity, 'nameAlias')) {
    const [whole, first, middle, last] = attributes(alias, ['wholeName', 'firstName', 'middleName', 'lastName']);
    const [strong, gender] = attributes(alias, ['strong', 'gender']);
    addEuName(draft, { whole, first, middle, last, strong, gender });
  }
  for (const birth of childrenOf(entity, 'birthdate')) {
    const [date, year, month, day] = attributes(birth, ['birthdate', 'year', 'monthOfYear', 'dayOfMonth']);
    const [yearFrom, yearTo, circa] = attributes(birth, ['yearRangeFrom', 'yearRangeTo', 'circa']);
    const [calendar] = attributes(birth, ['calendarType']);
    const place = attributes(birth, ['place', 'city', 'region', 'countryDescription']);
    addEuBirth(draft, { date, year, month, day, yearFrom, yearTo, circa, calendar, place });
  }
  for (const citizenship of childrenOf(entity, 'citizenship')) {
    const [code, description] = attributes(citizenship, ['countryIso2Code', 'countryDescription']);
    addEuCitizenship(draft, code, description);
  }
  for (const document of childrenOf(entity, 'identification')) {
    const [type, code, country] = attributes(document, [
      'identificationTypeDescription',
      'identificationTypeCode',
      'countryIso2Code',
    ]);
    const [number, latinNumber] = attributes(document, ['number', 'latinNumber']);
    draft.addDocument({ type: type ?? code, number: latinNumber ?? number, country });
  }
}

function attributes(element: XmlElement, names: readonly string[]): readonly (string | undefined)[] {
  return names.map((name) => findAttribute(element, name));
}
