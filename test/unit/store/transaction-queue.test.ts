import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openSqliteConnection, type SqliteConnection } from '../../../src/store/sqlite/sqlite-connection.ts';
import { createTransactionQueue, type TransactionQueue } from '../../../src/store/sqlite/transaction-queue.ts';

let connection: SqliteConnection;
let queue: TransactionQueue;
let order: string[];

beforeEach(async () => {
  connection = await openSqliteConnection(':memory:');
  queue = createTransactionQueue(connection, { onCommit: () => order.push('commit'), onRollback: () => undefined });
  order = [];
});

afterEach(async () => {
  await queue.close();
  await connection.close();
});

const note = (name: string) => async () => {
  await connection.all('select 1');
  order.push(name);
};

test('what goes first ends the group that runs, and takes some of the others along', async () => {
  const hurry = async () => {
    await note('a')();
    return { first: queue.writeFirst(note('first')) };
  };
  const waiting = [queue.write(note('b')), ...['c', 'd', 'e', 'f', 'g'].map((name) => queue.write(note(name)))];
  const { first } = await queue.write(hurry);
  await Promise.all([first, ...waiting]);
  expect(order.indexOf('first')).toBe(order.indexOf('a') + 2);
  expect(order.filter((name) => name !== 'commit').sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'first', 'g']);
});

test('a write that was put off is not lost, nor told before its commit', async () => {
  let isTold = false;
  const busy = queue.write(note('running'));
  const group = [
    queue.write(async () => {
      await note('one')();
      void queue.writeFirst(note('first'));
    }),
    queue.write(note('two')).then(() => (isTold = true)),
  ];
  await busy;
  await group[0];
  expect({ order, isTold }).toEqual({ order: ['running', 'commit', 'one', 'commit'], isTold: false });
  await Promise.all(group);
  expect(order).toEqual(['running', 'commit', 'one', 'commit', 'first', 'two', 'commit']);
});
