import { cleanText } from './clean-text.ts';
import type { XmlElement } from './xml-element.ts';

/** OFAC's advanced XML names everything by number; its `ReferenceValueSets` say what the numbers mean. */
export interface OfacReferenceValues {
  /** The meaning of an id in a set, e.g. `textOf('FeatureType', '8')`. */
  readonly textOf: (set: string, id: string | undefined) => string | undefined;
  /** Whether a profile of this subtype is a natural person. */
  readonly isPerson: (subTypeId: string | undefined) => boolean;
}

/** Sets are elements like `<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType>…`. */
export function toOfacReferenceValues(sets: XmlElement): OfacReferenceValues {
  const values = new Map<string, XmlElement>();
  for (const value of sets.children.flatMap((set) => set.children)) {
    values.set(`${value.name} ${value.attributes.ID ?? ''}`, value);
  }
  const textOf = (set: string, id: string | undefined) => cleanText(values.get(`${set} ${id ?? ''}`)?.text);
  return {
    textOf,
    isPerson: (subTypeId) => {
      const subType = values.get(`PartySubType ${subTypeId ?? ''}`);
      return textOf('PartyType', subType?.attributes.PartyTypeID) === 'Individual';
    },
  };
}
