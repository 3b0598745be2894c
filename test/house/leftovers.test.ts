import { expect, test } from '@jest/globals';
import { listLeftovers } from './leftovers.ts';
import { listAllCode } from './source-files.ts';

test('nothing is left over that was meant to go', () => {
  expect(listLeftovers(listAllCode())).toEqual([]);
});

// In two pieces, so that this file does not find itself.
test.each([
  [['test', '.only("a")'], 'a test that runs alone'],
  [['describe', '.only("a")'], 'a test that runs alone'],
  [['test', '.skip("a")'], 'a test that is skipped'],
  [['x', 'it("a")'], 'a test that is skipped'],
  [['// TO', 'DO later'], 'work put off'],
  [['// FIX', 'ME later'], 'work put off'],
  [['// @ts', '-ignore'], 'a silenced type check'],
  [['/* eslint', '-disable no-console */'], 'an unexplained silenced rule'],
])('the check finds %j', (pieces, what) => {
  expect(listLeftovers([{ path: 'a.ts', text: `\n${pieces.join('')}` }])).toEqual([`a.ts:2 has ${what}`]);
});

test('the check lets a rule be switched off with a reason', () => {
  const text = ['/* eslint', '-disable some-rule -- a table of numbers reads better so */'].join('');
  expect(listLeftovers([{ path: 'a.ts', text }])).toEqual([]);
});
