import { describe, expect, test } from '@jest/globals';
import { type DocumentKind, readNumber } from '../../../providers/identity-document/number-formats.ts';

type Row = readonly [number: string, kind: DocumentKind, country: string | undefined];

describe('numbers of documents', () => {
  test.each<Row>([
    ['C01X00T47', 'passport', 'DE'],
    ['C01X00T478', 'passport', 'DE'],
    ['L01X00T471', 'identity card', 'DE'],
    ['L01X00T471D', 'identity card', 'DE'],
    ['12345678Z', 'identity card', 'ES'],
    ['1234567L', 'identity card', 'ES'],
    ['X1234567L', 'identity card', 'ES'],
    ['BAA000589', 'identity card', 'ES'],
    ['X1234567L', 'nie', 'ES'],
    ['X1234567L', 'nie', undefined],
    ['PAA123456', 'passport', 'ES'],
    ['880692310285', 'identity card', 'FR'],
    ['X4RTBPFW4', 'identity card', 'FR'],
    ['12AB34567', 'passport', 'FR'],
    ['CA00000AA', 'identity card', 'IT'],
    ['AX1234567', 'identity card', 'IT'],
    ['YA1234567', 'passport', 'IT'],
    ['000000000ZZ4', 'identity card', 'PT'],
    ['12345678', 'identity card', 'PT'],
    ['P123456', 'passport', 'PT'],
    ['SPECI2014', 'passport', 'NL'],
    ['591123456753', 'identity card', 'BE'],
    ['EA123456', 'passport', 'BE'],
    ['52998224725', 'cpf', 'BR'],
    ['52998224725', 'cpf', undefined],
    ['FA123456', 'passport', 'BR'],
    ['ABA300000', 'identity card', 'PL'],
    ['ZS0000177', 'passport', 'PL'],
    ['123456789', 'passport', 'GB'],
    ['A12345678', 'passport', 'US'],
    ['30123456', 'identity card', 'AR'],
  ])('%s fits a %s of %s', (number, kind, country) => {
    expect(readNumber(number, kind, country)).toBe('fits');
  });

  test.each<Row>([
    ['C01X00T479', 'passport', 'DE'],
    ['L01X00T477D', 'identity card', 'DE'],
    ['12345678A', 'identity card', 'ES'],
    ['X1234567T', 'nie', 'ES'],
    ['000000000ZZ5', 'identity card', 'PT'],
    ['591123456754', 'identity card', 'BE'],
    ['52998224724', 'cpf', 'BR'],
    ['52998224735', 'cpf', 'BR'],
    ['11111111111', 'cpf', 'BR'],
    ['ABA300001', 'identity card', 'PL'],
    ['ZS0000178', 'passport', 'PL'],
  ])('%s has a wrong check digit for a %s of %s', (number, kind, country) => {
    expect(readNumber(number, kind, country)).toBe('wrong check digit');
  });

  test.each<Row>([
    ['C01X00T4', 'passport', 'DE'],
    ['A01EOIU47', 'identity card', 'DE'],
    ['12345678', 'identity card', 'ES'],
    ['123456789Z', 'nie', 'ES'],
    ['ABC', 'passport', 'FR'],
    ['NO1234567', 'passport', 'NL'],
    ['5299822472', 'cpf', 'BR'],
    ['AB1234567', 'passport', 'GB'],
    ['X'.repeat(10_000), 'passport', 'US'],
  ])('%.12s is not how a %s of %s is written', (number, kind, country) => {
    expect(readNumber(number, kind, country)).toBe('malformed');
  });

  test.each<Row>([
    ['ANYTHING', 'passport', 'XX'],
    ['ANYTHING', 'passport', undefined],
    ['ANYTHING', 'passport', 'constructor'],
    ['ANYTHING', 'identity card', 'US'],
  ])('nobody knows how %s looks as a %s of %s', (number, kind, country) => {
    expect(readNumber(number, kind, country)).toBe('unknown');
  });

  test('any one digit of a checked number that is read wrong is noticed', () => {
    const checked: readonly Row[] = [
      ['C01X00T478', 'passport', 'DE'],
      ['12345678Z', 'identity card', 'ES'],
      ['52998224725', 'cpf', 'BR'],
      ['591123456753', 'identity card', 'BE'],
    ];
    for (const [number, kind, country] of checked) {
      for (let at = 0; at < number.length; at += 1) {
        const digit = number.charAt(at);
        if (!/\d/.test(digit)) continue;
        const misread = `${number.slice(0, at)}${(Number(digit) + 1) % 10}${number.slice(at + 1)}`;
        expect([misread, readNumber(misread, kind, country)]).toEqual([misread, 'wrong check digit']);
      }
    }
  });
});
