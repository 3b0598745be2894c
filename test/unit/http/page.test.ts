import { describe, expect, test } from '@jest/globals';
import { dateShape, idShape, readCursor, toPage } from '../../../src/http/page.ts';
import { InvalidRequest } from '../../../src/http/problems/invalid-request.ts';

const view = { toView: (item: string) => item, toKey: (item: string) => ['2026-12-01', item] };
const shape = [dateShape, idShape];
const toText = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a page', () => {
  test('with one item more behind it has a cursor that leads on after its last item', () => {
    const { items, nextCursor } = toPage(['a', 'b', 'c'], 2, view);
    expect(items).toEqual(['a', 'b']);
    expect(readCursor(nextCursor ?? '', shape)).toEqual(['2026-12-01', 'b']);
  });

  test.each([[['a', 'b']], [['a']], [[]]])('of %j is the last one', (items) => {
    expect(toPage(items, 2, view)).toEqual({ items, nextCursor: null });
  });
});

describe('a cursor', () => {
  test('may be left out', () => {
    expect(readCursor(undefined, shape)).toBeUndefined();
  });

  test.each([
    ['made up', 'next'],
    ['empty', ''],
    ['of another list', toText(['an-id'])],
    ['with a wrong type', toText(['2026-12-01', 7])],
    ['with a wrong form', toText(['tomorrow', 'b'])],
    ['with something behind it', `${toText(['2026-12-01', 'b'])}==`],
    ['an object', toText({ length: 2 })],
    ['a prototype', toText({ __proto__: [] })],
  ])('that is %s is refused by name', (_, cursor) => {
    const problems = [{ path: '/cursor', message: 'is not one that this API gave out' }];
    expect(() => readCursor(cursor, shape)).toThrow(expect.objectContaining({ problems }));
    expect(() => readCursor(cursor, shape)).toThrow(InvalidRequest);
  });
});
