/* eslint-disable @typescript-eslint/no-non-null-assertion --
   rows and person numbers come from the index itself */
import type { PersonTable } from '../index/match-index.ts';
import type { QueryEvidence } from '../search/query.ts';
import { compareBirthDates, unitsOf, unpackBirthDate, type BirthDateFinding } from './birth-dates.ts';
import { SETTINGS } from './settings.ts';
import type { Units } from './units.ts';

/** What speaks for or against a person beside the name. */
export type Evidence =
  | { readonly about: 'birth_date'; readonly finding: BirthDateFinding; readonly units: Units }
  | { readonly about: 'country' | 'gender' | 'document'; readonly finding: 'same' | 'other'; readonly units: Units };

const NOTHING: readonly Evidence[] = [];

/** Everything that is known on both sides; what either side does not know is no evidence. */
export function weighEvidence(query: QueryEvidence, persons: PersonTable, person: number): readonly Evidence[] {
  if (query.isEmpty) return NOTHING;
  const found = [
    weighBirthDates(query, persons, person),
    weighCountries(query, persons, person),
    weighGender(query, persons, person),
    weighDocuments(query, persons, person),
  ];
  return found.filter((evidence) => evidence !== undefined);
}

export function sumOfEvidence(query: QueryEvidence, persons: PersonTable, person: number): Units {
  if (query.isEmpty) return 0;
  return (
    (weighBirthDates(query, persons, person)?.units ?? 0) +
    (weighCountries(query, persons, person)?.units ?? 0) +
    (weighGender(query, persons, person)?.units ?? 0) +
    (weighDocuments(query, persons, person)?.units ?? 0)
  );
}

/** The listed birth date that agrees best. */
function weighBirthDates({ birthDate }: QueryEvidence, { births }: PersonTable, person: number): Evidence | undefined {
  if (birthDate === undefined) return undefined;
  let best: Evidence | undefined;
  for (let at = births.starts[person]!; at < births.starts[person + 1]!; at += 2) {
    const finding = compareBirthDates(birthDate, unpackBirthDate(births.values[at]!, births.values[at + 1]!));
    const units = unitsOf(finding);
    if (best === undefined || units > best.units) best = { about: 'birth_date', finding, units };
  }
  return best;
}

function weighCountries(
  { countries }: QueryEvidence,
  { countries: listed }: PersonTable,
  person: number,
): Evidence | undefined {
  if (countries.length === 0) return undefined;
  const known = listed.values.subarray(listed.starts[person], listed.starts[person + 1]);
  if (known.length === 0) return undefined;
  const finding = countries.some((country) => known.includes(country)) ? 'same' : 'other';
  return { about: 'country', finding, units: SETTINGS.country[finding] };
}

function weighGender({ gender }: QueryEvidence, { genders }: PersonTable, person: number): Evidence | undefined {
  const listed = genders[person]!;
  if (gender === 0 || listed === 0) return undefined;
  const finding = gender === listed ? 'same' : 'other';
  return { about: 'gender', finding, units: SETTINGS.gender[finding] };
}

function weighDocuments(
  { documents }: QueryEvidence,
  { documents: listed }: PersonTable,
  person: number,
): Evidence | undefined {
  if (documents.length === 0) return undefined;
  const known = listed.values.subarray(listed.starts[person], listed.starts[person + 1]);
  if (!documents.some((document) => known.includes(document))) return undefined;
  return { about: 'document', finding: 'same', units: SETTINGS.document.same };
}
