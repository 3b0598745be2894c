import type { SourceFile } from './source-files.ts';

const leftovers: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a test that runs alone', pattern: /\b(?:test|it|describe)(?:\.each)?\.only\b|\bf(?:it|describe)\(/ },
  {
    what: 'a test that is skipped',
    pattern: /\b(?:test|it|describe)\.(?:skip|todo)(?:\.each)?\(|\bx(?:it|test|describe)\(/,
  },
  { what: 'work put off', pattern: /\bTOD[O]\b|\bFIXM[E]\b|\bXX[X]\b/ },
  { what: 'a silenced type check', pattern: /@ts-(?:ignore|nocheck)/ },
  { what: 'an unexplained silenced rule', pattern: /eslint-disable(?!-next-line)(?![^\n]*--)/ },
];

/** Each line that was meant to go before anybody else reads it. */
export function listLeftovers(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const found = leftovers.filter(({ pattern }) => pattern.test(line));
      return found.map(({ what }) => `${path}:${index + 1} has ${what}`);
    }),
  );
}
