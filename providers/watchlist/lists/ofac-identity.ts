import type { OfacReferenceValues } from './ofac-reference-values.ts';
import type { PersonDraft } from './person-draft.ts';
import { childrenOf, elementsWithin, findText } from './xml-element.ts';
import type { XmlElement } from './xml-element.ts';

export interface OfacIdentity {
  readonly identity: XmlElement;
  readonly documents: readonly XmlElement[];
  readonly values: OfacReferenceValues;
}

const givenTypes = ['First Name', 'Nickname'];
const middleTypes = ['Middle Name', 'Patronymic'];
const familyTypes = ['Last Name', 'Maiden Name'];

/** The names and documents of an identity in OFAC's advanced XML. Its order of parts is not the order of the name. */
export function readOfacIdentity({ identity, documents, values }: OfacIdentity, draft: PersonDraft): void {
  const partTypes = new Map<string, string>();
  for (const group of elementsWithin(identity, 'NamePartGroup')) {
    const type = values.textOf('NamePartType', group.attributes.NamePartTypeID);
    if (type !== undefined) partTypes.set(group.attributes.ID ?? '', type);
  }
  for (const alias of childrenOf(identity, 'Alias')) {
    for (const name of childrenOf(alias, 'DocumentedName')) addName(name, alias, { draft, partTypes });
  }
  for (const document of documents) {
    draft.addDocument({
      type: values.textOf('IDRegDocType', document.attributes.IDRegDocTypeID),
      number: findText(document, 'IDRegistrationNo'),
      country: values.countryOf(document.attributes['IssuedBy-CountryID']),
    });
  }
}

interface NameTarget {
  readonly draft: PersonDraft;
  readonly partTypes: ReadonlyMap<string, string>;
}

function addName(name: XmlElement, alias: XmlElement, { draft, partTypes }: NameTarget): void {
  const parts = elementsWithin(name, 'NamePartValue').map((part) => ({
    type: partTypes.get(part.attributes.NamePartGroupID ?? '') ?? '',
    text: part.text,
  }));
  const joined = (types: readonly string[]) =>
    parts.flatMap((part) => (types.includes(part.type) ? [part.text] : [])).join(' ');
  const [given, middle, family] = [joined(givenTypes), joined(middleTypes), joined(familyTypes)];
  const maternal = joined(['Matronymic']);
  const known = [...givenTypes, ...middleTypes, ...familyTypes, 'Matronymic'];
  const others = parts.flatMap((part) => (known.includes(part.type) ? [] : [part.text]));
  const full = [given, middle, family, maternal, ...others].filter((part) => part.trim() !== '').join(' ');
  const primary = alias.attributes.Primary === 'true';
  const weak = alias.attributes.LowQuality === 'true';
  draft.addName(full, weak ? 'weak' : primary ? 'primary' : 'strong', { given, middle, family, maternal });
}
