import { cleanText } from './clean-text.ts';
import { findAttribute } from './xml-element.ts';
import type { XmlElement } from './xml-element.ts';

/** OFAC's advanced XML names everything by number; its `ReferenceValueSets` say what the numbers mean. */
export interface OfacReferenceValues {
  /** The meaning of an id in a set, e.g. `textOf('FeatureType', '8')`. */
  readonly textOf: (set: string, id: string | undefined) => string | undefined;
  /** A country's name, or its ISO code where it has no name here. */
  readonly countryOf: (id: string | undefined) => string | undefined;
  /** The name of the country of an area. */
  readonly areaOf: (id: string | undefined) => string | undefined;
  /** Whether a profile of this subtype is a natural person. */
  readonly isPerson: (subTypeId: string | undefined) => boolean;
}

/** Sets are elements like `<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType>…`. */
export function toOfacReferenceValues(sets: XmlElement): OfacReferenceValues {
  const values = new Map<string, XmlElement>();
  for (const value of sets.children.flatMap((set) => set.children)) {
    values.set(`${value.name} ${value.attributes.ID ?? ''}`, value);
  }
  const find = (set: string, id: string | undefined) => values.get(`${set} ${id ?? ''}`);
  const textOf = (set: string, id: string | undefined) => cleanText(find(set, id)?.text);
  return {
    textOf,
    countryOf: (id) => textOf('Country', id) ?? findAttribute(find('Country', id), 'ISO2'),
    areaOf: (id) => findAttribute(find('AreaCode', id), 'Description'),
    isPerson: (subTypeId) => {
      const subType = find('PartySubType', subTypeId);
      return textOf('PartyType', subType?.attributes.PartyTypeID) === 'Individual';
    },
  };
}
