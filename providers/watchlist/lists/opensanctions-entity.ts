import { findBirthDate } from './birth-date.ts';
import { findDay } from './listed-day.ts';
import type { PersonDraft } from './person-draft.ts';

/** An entity of OpenSanctions' data model (followthemoney.tech), as far as it is used here. */
export interface OpenSanctionsEntity {
  readonly id: string;
  readonly schema: string;
  readonly caption: string | undefined;
  /** Older exports say so; where nothing is said, a person is one. */
  readonly isTarget: boolean;
  readonly valuesOf: (property: string) => readonly string[];
  /** Entities that are written out within this one, in the nested export, whatever the property is called. */
  readonly listNested: () => readonly OpenSanctionsEntity[];
}

/** Undefined where a line is no entity. */
export function findOpenSanctionsEntity(value: unknown): OpenSanctionsEntity | undefined {
  if (!isRecord(value) || typeof value.id !== 'string' || typeof value.schema !== 'string') return undefined;
  const properties = isRecord(value.properties) ? value.properties : {};
  const listOf = (property: string): readonly unknown[] => {
    const list = Object.hasOwn(properties, property) ? properties[property] : undefined;
    return Array.isArray(list) ? list : [];
  };
  return {
    id: value.id,
    schema: value.schema,
    caption: typeof value.caption === 'string' ? value.caption : undefined,
    isTarget: value.target !== false,
    valuesOf: (property) => listOf(property).filter((item) => typeof item === 'string'),
    listNested: () =>
      Object.keys(properties)
        .flatMap(listOf)
        .flatMap((item) => findOpenSanctionsEntity(item) ?? []),
  };
}

export function toOpenSanctionsLink(id: string): string {
  return `https://www.opensanctions.org/entities/${encodeURIComponent(id)}/`;
}

export function readOpenSanctionsPerson(entity: OpenSanctionsEntity, draft: PersonDraft): void {
  const { valuesOf } = entity;
  draft.addName(entity.caption, 'primary');
  for (const name of [...valuesOf('name'), ...valuesOf('alias'), ...valuesOf('previousName')]) {
    draft.addName(name, 'strong');
  }
  for (const name of valuesOf('weakAlias')) draft.addName(name, 'weak');
  for (const date of valuesOf('birthDate')) draft.addBirthDate(findBirthDate(date));
  for (const place of valuesOf('birthPlace')) draft.addBirthPlace(place);
  for (const property of ['nationality', 'citizenship']) {
    for (const country of valuesOf(property)) draft.addCountry(country.toUpperCase());
  }
  for (const gender of valuesOf('gender')) draft.setGender(gender);
  for (const number of valuesOf('passportNumber')) draft.addDocument({ type: 'Passport', number });
  for (const number of valuesOf('idNumber')) draft.addDocument({ type: 'Identification', number });
  for (const programme of valuesOf('program')) draft.addProgramme(programme);
  for (const link of valuesOf('sourceUrl')) draft.addLink(link);
  draft.addLink(toOpenSanctionsLink(entity.id));
}

/** A passport or another identification that has the person as its holder. */
export function readOpenSanctionsDocument(document: OpenSanctionsEntity, draft: PersonDraft): void {
  const [type = document.schema] = document.valuesOf('type');
  const [country] = document.valuesOf('country');
  for (const number of [...document.valuesOf('number'), ...document.valuesOf('passportNumber')]) {
    draft.addDocument({ type, number, country: country?.toUpperCase() });
  }
}

export function readOpenSanctionsSanction(sanction: OpenSanctionsEntity, draft: PersonDraft): void {
  for (const property of ['program', 'programId']) {
    for (const programme of sanction.valuesOf(property)) draft.addProgramme(programme);
  }
  for (const link of sanction.valuesOf('sourceUrl')) draft.addLink(link);
  const days = [...sanction.valuesOf('listingDate'), ...sanction.valuesOf('startDate')].flatMap(
    (day) => findDay(day) ?? [],
  );
  draft.listedOn = [draft.listedOn, ...days].filter((day) => day !== undefined).sort()[0];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
