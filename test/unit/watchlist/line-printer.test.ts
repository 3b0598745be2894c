import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { LinePrinter } from '../../../providers/watchlist/cli/line-printer.ts';

const LINE = 'x'.repeat(1 << 16);

/** A reader that takes what was written when it is told to. */
class SlowReader extends Writable {
  read = '';
  private take: (() => void) | undefined;

  constructor() {
    super({ highWaterMark: 1, decodeStrings: false });
  }

  override _write(chunk: string, _encoding: string, done: (error?: Error) => void): void {
    this.take = () => {
      this.read += chunk;
      done();
    };
  }

  goOn(): void {
    this.take?.();
  }

  leave(): void {
    this.destroy(Object.assign(new Error('gone'), { code: 'EPIPE' }));
  }
}

test('lines wait for a reader that is slower than the search', async () => {
  const reader = new SlowReader();
  const printer = new LinePrinter(reader);
  expect(printer.print('short')).toBeUndefined();
  const room = printer.print(LINE);
  expect(room).toBeInstanceOf(Promise);
  reader.goOn();
  await room;
  expect(reader.read).toBe(`short\n${LINE}\n`);
});

test('a reader that goes away holds nothing up, and is written to no more', async () => {
  const reader = new SlowReader();
  const printer = new LinePrinter(reader);
  const room = printer.print(LINE);
  reader.leave();
  await room;
  expect(printer.print(LINE)).toBeUndefined();
});
