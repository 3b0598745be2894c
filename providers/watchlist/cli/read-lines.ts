const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/** The lines of a file, decoded one by one: a slice of the whole text would keep all of it in memory. */
export function* readLines(file: Buffer): Generator<string> {
  for (let start = file.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0; start < file.length;) {
    const found = file.indexOf(NEWLINE, start);
    const end = found < 0 ? file.length : found;
    yield file.toString('utf8', start, end > start && file[end - 1] === RETURN ? end - 1 : end);
    start = end + 1;
  }
}
