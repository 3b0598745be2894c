import type { Writable } from 'node:stream';

const BLOCK_LENGTH = 1 << 16;

/** Writes lines in blocks: a write a line would take longer than the search that it reports. */
export class LinePrinter {
  private readonly stream: Writable;
  private lines: string[] = [];
  private length = 0;

  constructor(stream: Writable) {
    this.stream = stream;
    // `… | head` closes the pipe early; what it did not want is not an error.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }

  print(line: string): void {
    this.lines.push(line);
    this.length += line.length + 1;
    if (this.length >= BLOCK_LENGTH) this.end();
  }

  end(): void {
    if (this.lines.length > 0) this.stream.write(`${this.lines.join('\n')}\n`);
    this.lines = [];
    this.length = 0;
  }
}
