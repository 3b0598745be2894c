import { ListFileError } from './list-file-error.ts';

const maxLineLength = 16_000_000;

/** One JSON value per line. Fails with `malformed`, `too_large`, or `truncated` where the last line is broken. */
export async function* readJsonLines(text: AsyncIterable<string>): AsyncGenerator {
  let rest = '';
  let line = 0;
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxLineLength) throw new ListFileError('too_large', { line: line + lines.length + 1 });
    for (const content of lines) {
      line += 1;
      if (content.trim() !== '') yield parseLine(content, 'malformed', line);
    }
  }
  if (rest.trim() !== '') yield parseLine(rest, 'truncated', line + 1);
}

/** The parser's own message quotes the line. */
function parseLine(content: string, code: 'malformed' | 'truncated', line: number): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    throw new ListFileError(line === 1 ? 'not_a_list' : code, { line });
  }
}
