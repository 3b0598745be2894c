import { findBirthDate, toBirthDate } from './birth-date.ts';
import type { ListedBirthDate } from '../listed-person.ts';
import { decodeText } from './decode-text.ts';
import { findDay } from './listed-day.ts';
import { defaultMaxBytes, getFile } from './list-reader.ts';
import type { ListReader } from './list-reader.ts';
import type { PersonDraft } from './person-draft.ts';
import { PersonDrafts } from './person-drafts.ts';
import { toUnNames } from './un-names.ts';
import { childrenOf, findAttribute, findText } from './xml-element.ts';
import type { XmlElement } from './xml-element.ts';
import { readXmlRecords } from './xml-records.ts';

/** The UN Security Council's consolidated list. Entry ids are its DATAIDs. */
export const readUnXml: ListReader = async (files, context) => {
  const drafts = new PersonDrafts(context);
  const text = decodeText(getFile(files), { maxBytes: context.maxBytes ?? defaultMaxBytes });
  let publishedOn: string | undefined;
  for await (const record of readXmlRecords(text, { root: ['CONSOLIDATED_LIST'], records: ['INDIVIDUAL'] })) {
    if (record.name === 'CONSOLIDATED_LIST') publishedOn = findDay(findAttribute(record, 'dateGenerated'));
    else readIndividual(record, drafts);
  }
  return drafts.toEdition(context.listId, publishedOn);
};

function readIndividual(individual: XmlElement, drafts: PersonDrafts): void {
  const id = findText(individual, 'DATAID');
  if (id === undefined) return;
  const draft = drafts.getOrAdd(id);
  draft.reference = findText(individual, 'REFERENCE_NUMBER');
  draft.listedOn = findDay(findText(individual, 'LISTED_ON'));
  draft.addProgramme(findText(individual, 'UN_LIST_TYPE'));
  addNames(individual, draft);
  for (const alias of childrenOf(individual, 'INDIVIDUAL_ALIAS')) addAlias(alias, draft);
  for (const nationality of childrenOf(individual, 'NATIONALITY')) {
    for (const value of childrenOf(nationality, 'VALUE')) draft.addCountry(value.text);
  }
  for (const birth of childrenOf(individual, 'INDIVIDUAL_DATE_OF_BIRTH')) draft.addBirthDate(findUnBirthDate(birth));
  for (const place of childrenOf(individual, 'INDIVIDUAL_PLACE_OF_BIRTH')) {
    draft.addBirthPlace(...['STREET', 'CITY', 'STATE_PROVINCE', 'COUNTRY'].map((part) => findText(place, part)));
  }
  for (const document of childrenOf(individual, 'INDIVIDUAL_DOCUMENT')) addDocument(document, draft);
  const comments = findText(individual, 'COMMENTS1') ?? '';
  draft.setGender(findText(individual, 'GENDER') ?? /\bgender:?[\s[]*(\w+)/i.exec(comments)?.[1]);
  for (const [link] of comments.matchAll(/https?:\/\/[^\s"<>()]+/g)) draft.addLink(link.replace(/[.,;]+$/, ''));
}

/** The four name fields are the parts of the name in its own order, not given and family names. */
function addNames(individual: XmlElement, draft: PersonDraft): void {
  const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map((part) => findText(individual, part));
  draft.addName(parts.filter(Boolean).join(' '), 'primary');
  for (const name of toUnNames(findText(individual, 'NAME_ORIGINAL_SCRIPT'))) draft.addName(name, 'original_script');
}

function addAlias(alias: XmlElement, draft: PersonDraft): void {
  const weak = /^low/i.test(findText(alias, 'QUALITY') ?? '');
  for (const name of toUnNames(findText(alias, 'ALIAS_NAME'))) draft.addName(name, weak ? 'weak' : 'strong');
  draft.addBirthDate(findBirthDate(findText(alias, 'DATE_OF_BIRTH')));
}

function findUnBirthDate(birth: XmlElement): ListedBirthDate | undefined {
  const from = Number(findText(birth, 'FROM_YEAR'));
  const to = Number(findText(birth, 'TO_YEAR'));
  const range = from <= to && toBirthDate(to) ? toBirthDate(from) : undefined;
  const told = findText(birth, 'DATE') ?? findText(birth, 'YEAR') ?? findText(birth, 'NOTE');
  const found = range ? { ...range, ...(to > from && { yearTo: to }) } : findBirthDate(told);
  const circa = findText(birth, 'TYPE_OF_DATE') === 'APPROXIMATELY';
  return found && circa ? { ...found, circa: true } : found;
}

function addDocument(document: XmlElement, draft: PersonDraft): void {
  draft.addDocument({
    type: findText(document, 'TYPE_OF_DOCUMENT2') ?? findText(document, 'TYPE_OF_DOCUMENT'),
    number: findText(document, 'NUMBER'),
    country: findText(document, 'ISSUING_COUNTRY') ?? findText(document, 'COUNTRY_OF_ISSUE'),
  });
}
