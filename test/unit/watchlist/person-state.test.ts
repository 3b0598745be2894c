import { describe, expect, test } from '@jest/globals';
import { toPersonState } from '../../../src/domain/person-state.ts';
import { toWatchlistQuery } from '../../../src/domain/watchlist-query.ts';

const person = { firstName: 'Maria', lastName: 'Santos', birthDate: '1980-02-03', documentNumber: 'X 123-456' };

describe('the state of a person', () => {
  test('does not change with case and spacing, nor from one guest to the next of the same birth date', () => {
    const same = { ...person, firstName: ' MARIA ', documentNumber: 'x123456' };
    expect(toPersonState(same, 'G2')).toBe(toPersonState(person, 'G1'));
  });

  test.each([
    ['another name', { lastName: 'Santo' }],
    ['another birth date', { birthDate: '1980-02-04' }],
    ['another document', { documentNumber: 'X123457' }],
    ['another state that issued it', { documentIssuingCountry: 'PT' }],
  ])('changes with %s', (_, change) => {
    expect(toPersonState({ ...person, ...change }, 'G1')).not.toBe(toPersonState(person, 'G1'));
  });

  test('is the guest’s alone where there is nothing but a name, which strangers share', () => {
    const nameOnly = { firstName: 'Maria', lastName: 'Santos' };
    expect(toPersonState(nameOnly, 'G1')).not.toBe(toPersonState(nameOnly, 'G2'));
    expect(toPersonState(nameOnly, 'G1')).toBe(toPersonState(nameOnly, 'G1'));
  });
});

describe('what is looked for', () => {
  test('leaves out what cannot be meant', () => {
    const odd = {
      firstName: 'A',
      birthDate: '0000-00-00',
      country: 'Portugal',
      gender: 'N/A',
      documentNumber: '-',
    } as const;
    expect(toWatchlistQuery(odd)).toEqual({ name: 'A' });
  });

  test('names each country once', () => {
    const query = toWatchlistQuery({
      lastName: 'B',
      country: 'PT',
      documentIssuingCountry: 'PT',
      documentNumber: 'X1234',
    });
    expect(query).toEqual({ name: 'B', countries: ['PT'], documentNumbers: ['X1234'] });
  });
});
