import { describe, expect, test } from '@jest/globals';
import { isSameName } from '../../../providers/identity-document/names.ts';

type Row = readonly [entered: readonly [string, string], inMrz: readonly [string, string]];

const compare = ([entered, inMrz]: Row) =>
  isSameName({ firstName: entered[0], lastName: entered[1] }, { firstName: inMrz[0], lastName: inMrz[1] });

describe('a name in an MRZ', () => {
  test.each<Row>([
    [
      ['Erika', 'Mustermann'],
      ['ERIKA', 'MUSTERMANN'],
    ],
    [
      ['Jürgen', 'Müller'],
      ['JUERGEN', 'MUELLER'],
    ],
    [
      ['Jürgen', 'Müller'],
      ['JURGEN', 'MULLER'],
    ],
    [
      ['Søren', 'Ærø'],
      ['SOEREN', 'AEROE'],
    ],
    [
      ['Begoña', 'Muñoz'],
      ['BEGONA', 'MUNOZ'],
    ],
    [
      ['Begoña', 'Muñoz'],
      ['BEGONXXA', 'MUNXXOZ'],
    ],
    [
      ['José', 'García'],
      ['JOSE MARIA', 'GARCIA LOPEZ'],
    ],
    [
      ['Ana', 'López'],
      ['ANA', 'GARCIA LOPEZ'],
    ],
    [
      ['Anna-Maria', 'Eriksson'],
      ['ANNA MARIA', 'ERIKSSON'],
    ],
    [
      ['Annamaria', 'Eriksson'],
      ['ANNA MARIA', 'ERIKSSON'],
    ],
    [
      ['A.', 'Eriksson'],
      ['ANNA', 'ERIKSSON'],
    ],
    [
      ['Eriksson', 'Anna'],
      ['ANNA', 'ERIKSSON'],
    ],
    [
      ['Conor', "O'Connor"],
      ['CONOR', 'OCONNOR'],
    ],
    [
      ['Nilavadhanananda', 'Chayapa Dejthamrong'],
      ['NILAVADHANANANDA', 'CHAYAPA DEJTHAMRONG KRASUANG'],
    ],
    [
      ['Bennelongwooloomooloo', 'Warrandyte'],
      ['BENNELONG WOOLOOMOOLOO WARRANDYTE W', 'WARRANDYTE'],
    ],
    [
      ['', 'Suharto'],
      ['', 'SUHARTO'],
    ],
    [
      ['Ada', ''],
      ['ADA', 'MOREAU'],
    ],
    [
      ['Łukasz', 'Żółć'],
      ['LUKASZ', 'ZOLC'],
    ],
    [
      ['Wei', 'Li'],
      ['WEI', 'LI'],
    ],
  ])('of %j is %j', (...row) => {
    expect(compare(row)).toBe(true);
  });

  test.each<Row>([
    [
      ['Erika', 'Mustermann'],
      ['ERIKA', 'SCHMIDT'],
    ],
    [
      ['Erika', 'Mustermann'],
      ['MARTA', 'MUSTERMANN'],
    ],
    [
      ['Ana', 'de la Cruz'],
      ['ANA', 'DE LA TORRE'],
    ],
    [
      ['Jan', 'van den Berg'],
      ['JAN', 'VAN DEN BOSCH'],
    ],
    [
      ['Wei', 'Li'],
      ['WEI', 'LIN'],
    ],
    [
      ['Ada', ''],
      ['GRACE', 'HOPPER'],
    ],
  ])('of %j is not %j', (...row) => {
    expect(compare(row)).toBe(false);
  });

  test.each<Row>([
    [
      ['Юлия', 'Иванова'],
      ['IULIIA', 'IVANOVA'],
    ],
    [
      ['太郎', '山田'],
      ['TARO', 'YAMADA'],
    ],
    [
      ['محمد', 'علي'],
      ['MUHAMMAD', 'ALI'],
    ],
    [
      ['', ''],
      ['ANNA', 'ERIKSSON'],
    ],
    [
      ['?', '-'],
      ['ANNA', 'ERIKSSON'],
    ],
  ])('of %j and %j cannot be told apart', (...row) => {
    expect(compare(row)).toBeUndefined();
  });
});
