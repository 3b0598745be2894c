import type { Writable } from 'node:stream';

const BLOCK_LENGTH = 1 << 16;
const ROOM_EVENTS = ['drain', 'error', 'close'] as const;

/** Takes a line; await what it returns before the next one. */
export type Print = (line: string) => Promise<void> | undefined;

/** Writes lines in blocks: a write a line would take longer than the search that it reports. */
export class LinePrinter {
  private readonly stream: Writable;
  private lines: string[] = [];
  private length = 0;
  private isUnread = false;

  constructor(stream: Writable) {
    this.stream = stream;
    // `… | head` closes the pipe early; what it did not want is not an error.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      this.isUnread = true;
    });
  }

  /**
   * Takes a line. Where that filled a block which the reader has no room for yet, a promise of room, to be awaited before
   * the next line: what is not read would otherwise pile up in memory.
   */
  print(line: string): Promise<void> | undefined {
    this.lines.push(line);
    this.length += line.length + 1;
    return this.length >= BLOCK_LENGTH && !this.end() ? this.room() : undefined;
  }

  /** Writes what is left; false where the reader has no room for more. */
  end(): boolean {
    const block = this.lines.length > 0 ? `${this.lines.join('\n')}\n` : '';
    this.lines = [];
    this.length = 0;
    return block === '' || this.isUnread || this.stream.write(block);
  }

  /** Until the reader took what was written, or went away. */
  private room(): Promise<void> {
    const { stream } = this;
    return new Promise((resolve) => {
      const go = (): void => {
        for (const event of ROOM_EVENTS) stream.off(event, go);
        resolve();
      };
      for (const event of ROOM_EVENTS) stream.on(event, go);
    });
  }
}
