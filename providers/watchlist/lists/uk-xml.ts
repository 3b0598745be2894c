import { decodeText } from './decode-text.ts';
import { findDay } from './listed-day.ts';
import { defaultMaxBytes, getFile } from './list-reader.ts';
import type { ListReader } from './list-reader.ts';
import { PersonDrafts } from './person-drafts.ts';
import { addUkBirthDates, addUkBirthPlaces, addUkCountries, addUkDocuments, addUkName } from './uk-entry.ts';
import { childrenOf, elementsWithin, findElement, findText, textsWithin } from './xml-element.ts';
import type { XmlElement } from './xml-element.ts';
import { readXmlRecords } from './xml-records.ts';

/** The UK Sanctions List (FCDO) as XML. Entry ids are its unique ids, e.g. `AFG0001`. */
export const readUkXml: ListReader = async (files, context) => {
  const drafts = new PersonDrafts(context);
  const text = decodeText(getFile(files), { maxBytes: context.maxBytes ?? defaultMaxBytes });
  let publishedOn: string | undefined;
  const names = { root: ['Designations'], records: ['Designation', 'DateGenerated'] };
  for await (const record of readXmlRecords(text, names)) {
    if (record.name === 'DateGenerated') publishedOn = findDay(record.text);
    else if (findText(record, 'IndividualEntityShip') === 'Individual') readDesignation(record, drafts);
  }
  return drafts.toEdition(context.listId, publishedOn);
};

function readDesignation(designation: XmlElement, drafts: PersonDrafts): void {
  const id = findText(designation, 'UniqueID');
  if (id === undefined) return;
  const draft = drafts.getOrAdd(id);
  draft.reference = findText(designation, 'OFSIGroupID');
  draft.listedOn = findDay(findText(designation, 'DateDesignated'));
  draft.addProgramme(findText(designation, 'RegimeName'));
  for (const name of childrenOf(findElement(designation, 'Names'), 'Name')) {
    addUkName(draft, {
      given: ['Name1', 'Name2', 'Name3', 'Name4', 'Name5'].map((part) => findText(name, part)),
      family: findText(name, 'Name6'),
      type: findText(name, 'NameType'),
      strength: findText(name, 'AliasStrength'),
    });
  }
  for (const name of textsWithin(designation, 'NameNonLatinScript')) draft.addName(name, 'original_script');
  for (const date of textsWithin(designation, 'DOB')) addUkBirthDates(draft, date);
  for (const country of textsWithin(designation, 'Nationality')) addUkCountries(draft, country);
  for (const place of elementsWithin(designation, 'Location')) {
    addUkBirthPlaces(draft, findText(place, 'TownOfBirth'), findText(place, 'CountryOfBirth'));
  }
  for (const number of textsWithin(designation, 'PassportNumber')) addUkDocuments(draft, 'Passport', number);
  for (const number of textsWithin(designation, 'NationalIdentifierNumber')) {
    addUkDocuments(draft, 'National identification', number);
  }
  for (const gender of textsWithin(designation, 'Gender')) draft.setGender(gender);
}
