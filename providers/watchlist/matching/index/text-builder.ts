/** UTF-8 texts end to end, in a buffer that grows. */
export class TextBuilder {
  private bytes = Buffer.allocUnsafe(1 << 16);
  private length = 0;

  /** Adds a text, cut to 65,535 bytes. */
  add(text: string): { start: number; length: number } {
    const most = Math.min(0xffff, text.length * 3);
    if (this.length + most > this.bytes.length) {
      const grown = Buffer.allocUnsafe((this.length + most) * 2);
      this.bytes.copy(grown, 0, 0, this.length);
      this.bytes = grown;
    }
    const start = this.length;
    const length = this.bytes.write(text, start, most);
    this.length += length;
    return { start, length };
  }

  toBytes(): Uint8Array {
    return Uint8Array.from(this.bytes.subarray(0, this.length));
  }
}
