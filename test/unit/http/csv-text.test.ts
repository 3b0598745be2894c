import { expect, test } from '@jest/globals';
import { toCsvLine } from '../../../src/http/csv/csv-text.ts';

test.each([
  ['plain', 'plain\r\n'],
  ['with, comma', '"with, comma"\r\n'],
  ['with "quotes"', '"with ""quotes"""\r\n'],
  ['two\nlines', '"two\nlines"\r\n'],
  ['=1+1', "'=1+1\r\n"],
  ['+351 912', "'+351 912\r\n"],
  ['-1', "'-1\r\n"],
  ['@SUM(A1)', "'@SUM(A1)\r\n"],
  [' =1+1', "' =1+1\r\n"],
  ['＝1+1', "'＝1+1\r\n"],
  ['\u200B=1', "'\u200B=1\r\n"],
  ['\tx', "'\tx\r\n"],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"\r\n'],
  ['Anne-Marie', 'Anne-Marie\r\n'],
  ['', '\r\n'],
])('the cell %j is written as %j', (text, line) => {
  expect(toCsvLine([text])).toBe(line);
});
