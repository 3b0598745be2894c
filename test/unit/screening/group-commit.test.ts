import { expect, test } from '@jest/globals';
import { createGroupCommit } from '../../../src/screening/syncing/group-commit.ts';

/** A commit that ends when it is told to, and remembers its groups. */
function createHeldCommit() {
  const groups: (readonly string[])[] = [];
  const endings: PromiseWithResolvers<undefined>[] = [];
  const commit = (items: readonly string[]): Promise<void> => {
    groups.push(items);
    const ending = Promise.withResolvers<undefined>();
    endings.push(ending);
    return ending.promise;
  };
  return {
    groups,
    commit,
    end: (index: number) => endings[index]?.resolve(undefined),
    fail: (index: number, error: Error) => endings[index]?.reject(error),
  };
}

test('what arrives while a commit runs goes into the next one, all of it', async () => {
  const held = createHeldCommit();
  const add = createGroupCommit(held.commit, { largestGroup: 100 });
  const all = ['a', 'b', 'c', 'd'].map(add);
  expect(held.groups).toEqual([['a']]);
  held.end(0);
  await all[0];
  expect(held.groups).toEqual([['a'], ['b', 'c', 'd']]);
  held.end(1);
  await Promise.all(all);
});

test('nobody is told before the commit of their own item is done', async () => {
  const held = createHeldCommit();
  const add = createGroupCommit(held.commit, { largestGroup: 100 });
  const told: string[] = [];
  const all = ['a', 'b'].map((item) => add(item).then(() => told.push(item)));
  held.end(0);
  await all[0];
  expect(told).toEqual(['a']);
  held.end(1);
  await all[1];
  expect(told).toEqual(['a', 'b']);
});

test('a group is never larger than allowed, and keeps the order of arrival', async () => {
  const groups: (readonly number[])[] = [];
  const add = createGroupCommit<number>(
    (items) => {
      groups.push(items);
      return Promise.resolve();
    },
    { largestGroup: 3 },
  );
  await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(add));
  expect(groups).toEqual([[1], [2, 3, 4], [5, 6, 7], [8]]);
});

test('a failure reaches its whole group and nobody else, and the next group still runs', async () => {
  const held = createHeldCommit();
  const add = createGroupCommit(held.commit, { largestGroup: 2 });
  const settled = Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map(add));
  held.end(0);
  await until(() => held.groups.length === 2);
  held.fail(1, new Error('full'));
  await until(() => held.groups.length === 3);
  held.end(2);
  expect((await settled).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
});

test('a commit that throws at once fails its callers all the same', async () => {
  let tries = 0;
  const add = createGroupCommit<string>(
    () => {
      tries += 1;
      if (tries === 1) throw new Error('full');
      return Promise.resolve();
    },
    { largestGroup: 100 },
  );
  await expect(add('a')).rejects.toThrow('full');
  await expect(add('b')).resolves.toBeUndefined();
});

test('after a quiet while it commits at once again', async () => {
  const held = createHeldCommit();
  const add = createGroupCommit(held.commit, { largestGroup: 100 });
  const first = add('a');
  held.end(0);
  await first;
  const second = add('b');
  expect(held.groups).toEqual([['a'], ['b']]);
  held.end(1);
  await second;
});

/** Lets what is already settled run on; there is no clock in it. */
async function until(isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100 && !isTrue(); turn += 1) await Promise.resolve();
  expect(isTrue()).toBe(true);
}
