import { expect, test } from '@jest/globals';
import { type SourcedPerson, toPersonFacts } from '../../../../src/domain/profile/card.ts';

const first: SourcedPerson = {
  source: 'pms',
  propertyId: 'P1',
  guestId: 'G1',
  since: '2026-05-01T10:00:00.000Z',
  fields: {
    firstName: 'Ana',
    lastName: 'Fontes',
    email: 'ANA@x.pt',
    documentNumber: 'X1',
    documentExpiresOn: '2026-06-01',
  },
};
const second: SourcedPerson = {
  ...first,
  since: '2026-09-01T10:00:00.000Z',
  fields: { ...first.fields, email: 'ana@x.pt', phone: '+351 21', city: 'Lisboa', zip: '1000', documentNumber: 'x1' },
};

test('each value stands once, with who says it and since when', () => {
  const facts = toPersonFacts([second, first], '2026-11-23');
  const source = { source: 'pms', propertyId: 'P1', guestId: 'G1' };
  expect(facts.names).toEqual([{ value: 'Ana Fontes', sources: [{ ...source, since: first.since }] }]);
  expect(facts.contacts).toEqual([
    { kind: 'email', value: 'ana@x.pt', isRelay: false, sources: [{ ...source, since: first.since }] },
    { kind: 'phone', value: '+351 21', isRelay: false, sources: [{ ...source, since: second.since }] },
    { kind: 'address', value: '1000 Lisboa', isRelay: false, sources: [{ ...source, since: second.since }] },
  ]);
});

test('what staff wrote down stands beside what the PMS says', () => {
  const given: SourcedPerson = { source: 'staff', propertyId: 'P1', fields: { lastName: 'Fontes', email: 'ana@x.pt' } };
  const [email] = toPersonFacts([first, given], '2026-11-23').contacts;
  expect(email?.sources.map(({ source }) => source)).toEqual(['pms', 'staff']);
});

test('a document is valid to its last day, expired after, and merely present where nobody knows', () => {
  const stateOn = (today: string) => toPersonFacts([first], today).documents[0]?.state;
  expect([stateOn('2026-06-01'), stateOn('2026-06-02')]).toEqual(['valid', 'expired']);
  const fields = { lastName: 'Fontes', documentNumber: 'X1' };
  expect(toPersonFacts([{ ...first, fields }], '2026-06-01').documents[0]?.state).toBe('present');
});
