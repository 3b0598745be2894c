import { expect, test } from '@jest/globals';
import { readPages } from '../../../src/pms/cloudbeds/read-pages.ts';

interface Page {
  readonly ids: readonly number[];
  readonly total: unknown;
}

function ids(from: number, to: number): number[] {
  return Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => from + index);
}

/** Pages of a list that may change before each of them; `listAt(0)` is the list at the first request. */
function pagesOf(listAt: (request: number) => readonly number[]) {
  return (request: number, pageNumber: number): Page => {
    const list = listAt(request);
    return { ids: list.slice((pageNumber - 1) * 100, pageNumber * 100), total: list.length };
  };
}

async function readAll(toPage: (request: number, pageNumber: number) => Page) {
  const asked: number[] = [];
  const seen: number[] = [];
  let oddTotals = 0;
  const pages = readPages({
    ask: (pageNumber) => {
      const page = toPage(asked.length, pageNumber);
      asked.push(pageNumber);
      const data = page.ids.map((id) => ({ id }));
      return Promise.resolve({
        body: { success: true, data, count: data.length, total: page.total },
        requestId: undefined,
      });
    },
    toKey: (row) => String((row as { id: number }).id),
    onOddTotal: () => {
      oddTotals += 1;
    },
  });
  for await (const rows of pages) seen.push(...rows.map((row) => (row as { id: number }).id));
  return { asked, seen, oddTotals };
}

test.each([
  [0, [1]],
  [1, [1]],
  [100, [1]],
  [101, [1, 2]],
  [250, [1, 2, 3]],
])('%i rows cost no more requests than they have pages', async (count, pages) => {
  const { asked, seen } = await readAll(pagesOf(() => ids(1, count)));
  expect(asked).toEqual(pages);
  expect(seen).toEqual(ids(1, count));
});

test('a total that comes as a string is a number', async () => {
  const { asked } = await readAll((_request, pageNumber) => ({
    ids: ids((pageNumber - 1) * 100 + 1, Math.min(pageNumber * 100, 120)),
    total: '120',
  }));
  expect(asked).toEqual([1, 2]);
});

test('without a total, a page that is not full is the last', async () => {
  const { asked, seen } = await readAll((_request, pageNumber) => ({
    ids: ids((pageNumber - 1) * 100 + 1, Math.min(pageNumber * 100, 230)),
    total: null,
  }));
  expect(asked).toEqual([1, 2, 3]);
  expect(seen).toHaveLength(230);
});

test('a row deleted behind the reader hides no other row', async () => {
  const { seen } = await readAll(
    pagesOf((request) => (request === 0 ? ids(1, 250) : ids(1, 250).filter((id) => id !== 5))),
  );
  expect(seen).toEqual(expect.arrayContaining(ids(6, 250)));
});

test('a row inserted behind the reader is found', async () => {
  const { seen } = await readAll(pagesOf((request) => (request === 0 ? ids(1, 250) : [999, ...ids(1, 250)])));
  expect(seen).toEqual(expect.arrayContaining([999, ...ids(1, 250)]));
});

test('a row added at the end costs nothing extra', async () => {
  const { asked, seen } = await readAll(pagesOf((request) => (request === 0 ? ids(1, 250) : ids(1, 251))));
  expect(asked).toEqual([1, 2, 3]);
  expect(seen).toEqual(ids(1, 251));
});

test('pages that keep moving are an error, after three readings', async () => {
  const endless = readAll(pagesOf((request) => ids(request * 10, 400)));
  await expect(endless).rejects.toMatchObject({ code: 'pms_pages_moved', facts: { reads: 3 } });
});

test('a total that counts something else is taken as it is once two readings agree', async () => {
  const { asked, oddTotals } = await readAll((_request, pageNumber) => ({
    ids: pageNumber === 1 ? ids(1, 60) : [],
    total: 75,
  }));
  expect(asked).toEqual([1, 1]);
  expect(oddTotals).toBe(1);
});

test('rows that look alike on one page are different rows', async () => {
  const { asked, oddTotals } = await readAll(() => ({ ids: [1, 1, 2], total: 3 }));
  expect(asked).toEqual([1]);
  expect(oddTotals).toBe(0);
});

test('an answer without rows is a bad answer', async () => {
  const pages = readPages({
    ask: () => Promise.resolve({ body: { success: true, data: null }, requestId: 'r1' }),
    toKey: String,
    onOddTotal: () => undefined,
  });
  await expect(pages.next()).rejects.toMatchObject({ code: 'pms_bad_answer', facts: { requestId: 'r1' } });
});
