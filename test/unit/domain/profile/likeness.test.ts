import { describe, expect, test } from '@jest/globals';
import { leastLikeness, toLikeness } from '../../../../src/domain/profile/likeness.ts';
import type { PersonMarks } from '../../../../src/domain/profile/traits.ts';

const ana: PersonMarks = {
  name: 'ana fontes',
  emails: ['ana@x.pt'],
  phones: ['+351210000000'],
  documents: ['X1234567'],
  birthDate: '1990-01-02',
};
const other = (changes: Partial<PersonMarks>): PersonMarks => {
  return { emails: [], phones: [], documents: [], ...changes };
};

describe('how alike two people are', () => {
  test('is the sum of its reasons, from 0 to 100', () => {
    const { score, reasons } = toLikeness(ana, other({ name: 'ana fontes', phones: ana.phones }), 1);
    expect(reasons.map(({ code }) => code)).toEqual(['name', 'phone']);
    expect(score).toBe(reasons.reduce((sum, { points }) => sum + points, 0));
    expect(toLikeness(ana, ana, 1).score).toBe(100);
    expect(toLikeness(other({}), other({}), 0)).toEqual({ score: 0, reasons: [] });
  });

  test('counts another birth date against a shared name, address and phone: father and son', () => {
    const son = { ...ana, documents: [], birthDate: '2015-01-02' };
    const { score, reasons } = toLikeness(ana, son, 1);
    expect(reasons.map(({ code }) => code)).toContain('birth_date_differs');
    expect(score).toBeLessThan(leastLikeness);
  });

  test('needs more than an address or a phone that a family shares', () => {
    const wife = other({ name: 'rui lopes', emails: ana.emails });
    expect(toLikeness(ana, wife, 0.1).score).toBeLessThan(leastLikeness);
  });

  test('hears names that are written otherwise', () => {
    const spelled = other({ name: 'anna fontez', emails: ana.emails });
    expect(toLikeness(ana, spelled, 0.8).score).toBeGreaterThanOrEqual(leastLikeness);
    expect(toLikeness(ana, spelled, 0.5).reasons.map(({ code }) => code)).toEqual(['email']);
  });

  test('holds a renewed document against nobody for much', () => {
    const renewed = { ...ana, documents: ['Y7654321'] };
    expect(toLikeness(ana, renewed, 1).score).toBeGreaterThanOrEqual(leastLikeness);
  });
});
