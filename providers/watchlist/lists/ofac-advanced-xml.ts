import { decodeText } from './decode-text.ts';
import { findDatePeriod } from './ofac-date-period.ts';
import { readOfacIdentity } from './ofac-identity.ts';
import { toOfacLink } from './ofac-name.ts';
import { toOfacReferenceValues } from './ofac-reference-values.ts';
import type { OfacReferenceValues } from './ofac-reference-values.ts';
import { ListFileError } from './list-file-error.ts';
import { defaultMaxBytes, getFile } from './list-reader.ts';
import type { ListReader } from './list-reader.ts';
import { findDay } from './listed-day.ts';
import type { PersonDraft } from './person-draft.ts';
import { PersonDrafts } from './person-drafts.ts';
import { childrenOf, elementsWithin, findAttribute, findElement, findText } from './xml-element.ts';
import type { XmlElement } from './xml-element.ts';
import { readXmlRecords } from './xml-records.ts';

const records = [
  'DateOfIssue',
  'ReferenceValueSets',
  'Location',
  'IDRegDocument',
  'DistinctParty',
  'SanctionsEntry',
] as const;

/** What the parties, which come later in the file, refer to by number. */
interface Referenced {
  values: OfacReferenceValues | undefined;
  readonly locations: Map<string, { readonly place: string; readonly country: string | undefined }>;
  readonly documentsByIdentity: Map<string, XmlElement[]>;
}

/** OFAC's advanced XML (sdn_advanced.xml, cons_advanced.xml): the only one of its formats with names in their script. */
export const readOfacAdvancedXml: ListReader = async (files, context) => {
  const drafts = new PersonDrafts(context);
  const referenced: Referenced = { values: undefined, locations: new Map(), documentsByIdentity: new Map() };
  const text = decodeText(getFile(files), { maxBytes: context.maxBytes ?? defaultMaxBytes });
  let publishedOn: string | undefined;
  for await (const record of readXmlRecords(text, { root: ['Sanctions'], records })) {
    if (record.name === 'DateOfIssue') publishedOn = toDay(record);
    else readRecord(record, referenced, drafts);
  }
  return drafts.toEdition(context.listId, publishedOn);
};

function readRecord(record: XmlElement, referenced: Referenced, drafts: PersonDrafts): void {
  if (record.name === 'ReferenceValueSets') referenced.values = toOfacReferenceValues(record);
  if (record.name === 'Location') addLocation(record, referenced);
  if (record.name === 'IDRegDocument') addDocument(record, referenced);
  if (record.name === 'DistinctParty') readParty(record, referenced, drafts);
  if (record.name === 'SanctionsEntry') readSanctionsEntry(record, drafts);
}

function getValues(referenced: Referenced): OfacReferenceValues {
  if (!referenced.values) throw new ListFileError('malformed', { missing: 'ReferenceValueSets' });
  return referenced.values;
}

function addLocation(location: XmlElement, referenced: Referenced): void {
  const values = getValues(referenced);
  const country =
    values.countryOf(findAttribute(findElement(location, 'LocationCountry'), 'CountryID')) ??
    values.areaOf(findAttribute(findElement(location, 'LocationAreaCode'), 'AreaCodeID'));
  const parts = childrenOf(location, 'LocationPart').map((part) => findText(part, 'LocationPartValue', 'Value'));
  const place = [...parts, country].filter(Boolean).join(', ');
  referenced.locations.set(location.attributes.ID ?? '', { place, country: country ?? parts[0] });
}

function addDocument(document: XmlElement, referenced: Referenced): void {
  const identity = document.attributes.IdentityID ?? '';
  const documents = referenced.documentsByIdentity.get(identity) ?? [];
  referenced.documentsByIdentity.set(identity, [...documents, document]);
}

function readParty(party: XmlElement, referenced: Referenced, drafts: PersonDrafts): void {
  const values = getValues(referenced);
  for (const profile of childrenOf(party, 'Profile')) {
    const id = findAttribute(profile, 'ID');
    if (id === undefined || !values.isPerson(profile.attributes.PartySubTypeID)) continue;
    const draft = drafts.getOrAdd(id);
    draft.addLink(toOfacLink(id));
    for (const identity of childrenOf(profile, 'Identity')) {
      const documents = referenced.documentsByIdentity.get(identity.attributes.ID ?? '') ?? [];
      readOfacIdentity({ identity, documents, values }, draft);
    }
    for (const feature of elementsWithin(party, 'Feature')) readFeature(feature, referenced, draft);
  }
}

function readFeature(feature: XmlElement, referenced: Referenced, draft: PersonDraft): void {
  const values = getValues(referenced);
  const type = values.textOf('FeatureType', feature.attributes.FeatureTypeID);
  for (const version of childrenOf(feature, 'FeatureVersion')) {
    const detail = findElement(version, 'VersionDetail');
    const location = referenced.locations.get(findElement(version, 'VersionLocation')?.attributes.LocationID ?? '');
    const told = findText(version, 'VersionDetail');
    if (type === 'Birthdate') draft.addBirthDate(findDatePeriod(findElement(version, 'DatePeriod')));
    if (type === 'Place of Birth') draft.addBirthPlace(told ?? location?.place);
    if (type === 'Nationality Country' || type === 'Citizenship Country') draft.addCountry(location?.country);
    if (type === 'Gender')
      draft.setGender(told ?? values.textOf('DetailReference', detail?.attributes.DetailReferenceID));
  }
}

function readSanctionsEntry(entry: XmlElement, drafts: PersonDrafts): void {
  const draft = drafts.find(entry.attributes.ProfileID ?? '');
  if (!draft) return;
  for (const event of childrenOf(entry, 'EntryEvent')) draft.listedOn ??= toDay(findElement(event, 'Date'));
  for (const measure of childrenOf(entry, 'SanctionsMeasure')) draft.addProgramme(findText(measure, 'Comment'));
}

function toDay(date: XmlElement | undefined): string | undefined {
  const [year, month, day] = ['Year', 'Month', 'Day'].map((part) => findText(date, part)?.padStart(2, '0'));
  return findDay([year, month, day].join('-'));
}
