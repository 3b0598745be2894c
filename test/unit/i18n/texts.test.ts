import { describe, expect, it } from '@jest/globals';
import { textsFor } from '../../../src/i18n/texts.ts';

describe('textsFor', () => {
  it('fills in what it is given, as it is', () => {
    const text = textsFor('en', 'mail');
    expect(text('greeting', { name: "D'Arcy <b>& Sons</b> $t(stay.arrival) {{name}}" })).toBe(
      "Dear D'Arcy <b>& Sons</b> $t(stay.arrival) {{name}},",
    );
  });

  it.each(['nowhere', 'stay', 'stay.nowhere', '', 'constructor', '__proto__'])(
    'throws for %j, which is no text',
    (key) => {
      expect(() => textsFor('en', 'mail')(key)).toThrow(/mail\.json/);
    },
  );
});
