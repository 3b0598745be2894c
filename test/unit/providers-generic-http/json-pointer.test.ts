import { expect, test } from '@jest/globals';
import { findAt, findPointerParts } from '../../../providers/generic-http/json-pointer.ts';

/** The examples of RFC 6901, section 5. */
const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'e^f': 3, 'i\\j': 5, 'k"l': 6, ' ': 7, 'm~n': 8 };

test.each([
  ['', document],
  ['/foo', ['bar', 'baz']],
  ['/foo/0', 'bar'],
  ['/', 0],
  ['/a~1b', 1],
  ['/c%d', 2],
  ['/e^f', 3],
  ['/i\\j', 5],
  ['/k"l', 6],
  ['/ ', 7],
  ['/m~0n', 8],
])('%j leads where the standard says', (pointer, expected) => {
  expect(findAt(document, findPointerParts(pointer) ?? [])).toEqual(expected);
});

test.each([
  '/foo/2',
  '/foo/-',
  '/foo/00',
  '/foo/length',
  '/foo/0/length',
  '/bar',
  '/__proto__',
  '/constructor',
  '/toString',
])('%j leads to nothing', (pointer) => {
  expect(findAt(document, findPointerParts(pointer) ?? [])).toBeUndefined();
});

test.each(['foo', '$.foo', '/a~', '/a~2b', '#/foo'])('%j is no pointer', (pointer) => {
  expect(findPointerParts(pointer)).toBeUndefined();
});
