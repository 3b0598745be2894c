import { isRelayEmail } from '../relay-emails.ts';
import type { Instant, LocalDate, SubjectFields } from '../subject.ts';
import { toGuestName } from '../subject.ts';

/** What staff write down of a person. */
export interface GivenPerson {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly birthDate?: LocalDate;
  /** ISO 3166 alpha-2. */
  readonly country?: string;
  readonly company?: string;
  readonly documentType?: string;
  readonly documentNumber?: string;
  readonly documentIssuingCountry?: string;
  readonly documentExpiresOn?: LocalDate;
}

export interface FactSource {
  readonly source: 'pms' | 'staff';
  readonly propertyId: string;
  readonly guestId?: string;
  readonly since?: Instant;
}

/** A person's fields as one source has them. */
export interface SourcedPerson extends FactSource {
  readonly fields: GivenPerson & Pick<SubjectFields, 'cellPhone' | 'address' | 'address2' | 'city' | 'zip'>;
}

export interface Fact {
  readonly value: string;
  readonly sources: readonly FactSource[];
}

export interface Contact extends Fact {
  readonly kind: 'email' | 'phone' | 'address';
  /** A booking site's forwarding address. */
  readonly isRelay: boolean;
}

export interface DocumentFact {
  readonly type?: string;
  readonly issuingCountry?: string;
  readonly expiresOn?: LocalDate;
  readonly number: string;
  readonly state: 'valid' | 'expired' | 'present';
  readonly sources: readonly FactSource[];
}

export interface PersonFacts {
  readonly names: readonly Fact[];
  readonly contacts: readonly Contact[];
  readonly birthDates: readonly Fact[];
  readonly documents: readonly DocumentFact[];
}

/** Everything that the sources say, each value once with all who say it; in the order of the sources, newest first. */
export function toPersonFacts(persons: readonly SourcedPerson[], today: LocalDate): PersonFacts {
  const collect = (read: (fields: SourcedPerson['fields']) => readonly (string | undefined)[]): readonly Fact[] =>
    gather(persons.flatMap((person) => read(person.fields).map((value) => ({ value, person }))));
  const toContact = (kind: Contact['kind'], facts: readonly Fact[]): Contact[] =>
    facts.map((fact) => ({ ...fact, kind, isRelay: kind === 'email' && isRelayEmail(fact.value) }));
  return {
    names: collect((fields) => [toGuestName(fields as SubjectFields)]),
    contacts: [
      ...toContact(
        'email',
        collect(({ email }) => [email]),
      ),
      ...toContact(
        'phone',
        collect(({ phone, cellPhone }) => [phone, cellPhone]),
      ),
      ...toContact(
        'address',
        collect((fields) => [toAddress(fields)]),
      ),
    ],
    birthDates: collect(({ birthDate }) => [birthDate]),
    documents: toDocuments(persons, today),
  };
}

function toAddress({ address, address2, zip, city, country }: SourcedPerson['fields']): string | undefined {
  if (address === undefined && city === undefined) return undefined;
  const town = [zip, city].filter((part) => part !== undefined).join(' ');
  return [address, address2, town, country].filter((part) => part !== undefined && part !== '').join(', ');
}

function gather(said: readonly { readonly value: string | undefined; readonly person: SourcedPerson }[]): Fact[] {
  const byValue = new Map<string, Fact>();
  for (const { value, person } of said) {
    if (value === undefined || value === '') continue;
    const key = value.trim().toLowerCase();
    const known = byValue.get(key);
    byValue.set(key, { value: known?.value ?? value, sources: addSource(known?.sources ?? [], person) });
  }
  return [...byValue.values()];
}

/** One for each guest, with the earliest time. */
function addSource(sources: readonly FactSource[], person: SourcedPerson): readonly FactSource[] {
  const { source, propertyId, guestId, since } = person;
  const isSame = (one: FactSource) => one.source === source && one.propertyId === propertyId && one.guestId === guestId;
  const known = sources.find(isSame);
  const times = [known?.since, since].filter((time) => time !== undefined).sort();
  const told: FactSource = {
    source,
    propertyId,
    ...(guestId !== undefined && { guestId }),
    ...(times[0] !== undefined && { since: times[0] }),
  };
  return known === undefined ? [...sources, told] : sources.map((one) => (one === known ? told : one));
}

/** The newest word on each number counts. */
function toDocuments(persons: readonly SourcedPerson[], today: LocalDate): readonly DocumentFact[] {
  const numbers = gather(persons.map((person) => ({ value: person.fields.documentNumber, person })));
  return numbers.map(({ value: number, sources }) => {
    const newest = persons.find(({ fields }) => fields.documentNumber?.trim().toLowerCase() === number.toLowerCase());
    const {
      documentType: type,
      documentIssuingCountry: issuingCountry,
      documentExpiresOn: expiresOn,
    } = newest?.fields ?? {};
    const state = expiresOn === undefined ? 'present' : expiresOn < today ? 'expired' : 'valid';
    return {
      ...(type !== undefined && { type }),
      ...(issuingCountry !== undefined && { issuingCountry }),
      ...(expiresOn !== undefined && { expiresOn }),
      number,
      state,
      sources,
    };
  });
}
