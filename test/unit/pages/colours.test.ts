import fc from 'fast-check';
import { expect, test } from '@jest/globals';
import { contrastOf, toAccent } from '../../../src/pages/form/colours.ts';

const toHex = (value: number) => `#${value.toString(16).padStart(6, '0')}`;

test('whatever colour a property chooses can be read in both themes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }).map(toHex), (colour) => {
      const { light, dark } = toAccent(colour);
      expect(contrastOf(light.colour, '#f6f5f1')).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(dark.colour, '#1d222a')).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(light.colour, light.onColour)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(dark.colour, dark.onColour)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a colour that can be read stays as it was chosen', () => {
  expect(toAccent('#0f5e63').light.colour).toBe('#0f5e63');
});

test('black on white has the contrast that WCAG gives as its example', () => {
  expect(contrastOf('#000000', '#ffffff')).toBe(21);
});

test('what is no colour counts as none', () => {
  expect(toAccent('red; } body { display: none')).toEqual(toAccent(undefined));
});
