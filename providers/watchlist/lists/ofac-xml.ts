import { findBirthDate } from './birth-date.ts';
import { decodeText } from './decode-text.ts';
import { findDay } from './listed-day.ts';
import { defaultMaxBytes, getFile } from './list-reader.ts';
import type { ListReader } from './list-reader.ts';
import { isOfacDocument } from './ofac-documents.ts';
import { toOfacLink } from './ofac-name.ts';
import type { PersonDraft } from './person-draft.ts';
import { PersonDrafts } from './person-drafts.ts';
import { childrenOf, findElement, findText } from './xml-element.ts';
import type { XmlElement } from './xml-element.ts';
import { readXmlRecords } from './xml-records.ts';

/** OFAC's classic XML (sdn.xml, consolidated.xml): one `sdnEntry` each, with its kind of alias and all parts named. */
export const readOfacXml: ListReader = async (files, context) => {
  const drafts = new PersonDrafts(context);
  const text = decodeText(getFile(files), { maxBytes: context.maxBytes ?? defaultMaxBytes });
  let publishedOn: string | undefined;
  for await (const record of readXmlRecords(text, { root: ['sdnList'], records: ['sdnEntry', 'publshInformation'] })) {
    if (record.name === 'publshInformation') publishedOn = findDay(findText(record, 'Publish_Date'), 'month-first');
    else if (findText(record, 'sdnType') === 'Individual') readEntry(record, drafts);
  }
  return drafts.toEdition(context.listId, publishedOn);
};

function readEntry(entry: XmlElement, drafts: PersonDrafts): void {
  const id = findText(entry, 'uid');
  if (id === undefined) return;
  const draft = drafts.getOrAdd(id);
  addName(entry, draft, 'primary');
  for (const alias of listed(entry, 'akaList', 'aka')) {
    addName(alias, draft, findText(alias, 'category') === 'weak' ? 'weak' : 'strong');
  }
  for (const program of listed(entry, 'programList', 'program')) draft.addProgramme(program.text);
  for (const item of listed(entry, 'dateOfBirthList', 'dateOfBirthItem')) {
    draft.addBirthDate(findBirthDate(findText(item, 'dateOfBirth')));
  }
  for (const item of listed(entry, 'placeOfBirthList', 'placeOfBirthItem')) {
    draft.addBirthPlace(findText(item, 'placeOfBirth'));
  }
  for (const item of listed(entry, 'nationalityList', 'nationality')) draft.addCountry(findText(item, 'country'));
  for (const item of listed(entry, 'citizenshipList', 'citizenship')) draft.addCountry(findText(item, 'country'));
  for (const item of listed(entry, 'idList', 'id')) addIdentity(item, draft);
  draft.addLink(toOfacLink(id));
}

function addName(element: XmlElement, draft: PersonDraft, quality: 'primary' | 'strong' | 'weak'): void {
  const given = findText(element, 'firstName');
  const family = findText(element, 'lastName');
  draft.addName([given, family].filter(Boolean).join(' '), quality, given === undefined ? {} : { given, family });
}

function addIdentity(item: XmlElement, draft: PersonDraft): void {
  const type = findText(item, 'idType') ?? '';
  const number = findText(item, 'idNumber');
  if (type === 'Gender') draft.setGender(number);
  else if (isOfacDocument(type)) {
    draft.addDocument({ type, number, country: findText(item, 'idCountry') });
  }
}

function listed(entry: XmlElement, list: string, item: string): readonly XmlElement[] {
  return childrenOf(findElement(entry, list), item);
}
