import { ListFileError } from './list-file-error.ts';

const maxLineLength = 16_000_000;

/** One JSON value per line. Fails with `malformed`, `too_large`, or `truncated` where the last line is broken. */
export async function* readJsonLines(text: AsyncIterable<string>): AsyncGenerator {
  let line = 0;
  let rest: string[] = [];
  let restLength = 0;
  for await (const piece of text) {
    // Joined only where a line ends, as a line may come in hundreds of pieces.
    const [end = '', ...more] = piece.split('\n');
    rest.push(end);
    restLength += end.length;
    if (restLength > maxLineLength) throw new ListFileError('too_large', { line: line + 1 });
    const last = more.pop();
    if (last === undefined) continue;
    for (const content of [rest.join(''), ...more]) {
      line += 1;
      if (content.trim() !== '') yield parseLine(content, 'malformed', line);
    }
    rest = [last];
    restLength = last.length;
  }
  const content = rest.join('');
  if (content.trim() !== '') yield parseLine(content, 'truncated', line + 1);
}

/** The parser's own message quotes the line. */
function parseLine(content: string, code: 'malformed' | 'truncated', line: number): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    throw new ListFileError(line === 1 ? 'not_a_list' : code, { line });
  }
}
