import { expect, test } from '@jest/globals';
import { findCountryCode } from '../../../providers/watchlist/lists/country-code.ts';

test.each([
  ['IR', 'IR'],
  ['IRN', 'IR'],
  ['Iran', 'IR'],
  ['Iran (Islamic Republic of)', 'IR'],
  ['Iranian', 'IR'],
  ['Iran, Islamic Republic of', 'IR'],
  ["Democratic People's Republic of Korea", 'KP'],
  ['Korea, North', 'KP'],
  ['Korea, South', 'KR'],
  ['Democratic Republic of the Congo', 'CD'],
  ['Congo, Democratic Republic of the', 'CD'],
  ['Congo, Republic of the', 'CG'],
  ['Burma', 'MM'],
  ['Russian Federation', 'RU'],
  ['SYRIAN ARAB REPUBLIC', 'SY'],
  ['United Kingdom of Great Britain and Northern Ireland', 'GB'],
  ['United States of America', 'US'],
  ['United States', 'US'],
  ['Türkiye', 'TR'],
  ['Turkey', 'TR'],
  ["Cote d'Ivoire", 'CI'],
  ['Côte d’Ivoire', 'CI'],
  ['Bosnia and Herzegovina', 'BA'],
  ['State of Palestine', 'PS'],
  ['Guinea-Bissau', 'GW'],
  ['Niger', 'NE'],
  ['Nigeria', 'NG'],
  ['South Sudan', 'SS'],
  ['Kosovo', 'XK'],
  ['The Gambia', 'GM'],
  ['Gambia, The', 'GM'],
  ['Vietnam', 'VN'],
  ['Viet Nam', 'VN'],
  ['Deutschland', 'DE'],
  ['Россия', 'RU'],
])('%s is %s', (text, code) => {
  expect(findCountryCode(text)).toBe(code);
});

test.each(['', 'na', 'N/A', 'UNKNOWN', '00', 'Atlantis', 'ZZ', 'SU', 'x'.repeat(10_000)])(
  '%.20s is no country',
  (text) => {
    expect(findCountryCode(text)).toBeUndefined();
  },
);
