/** One instruction, its continued lines joined. */
interface Instruction {
  readonly keyword: string;
  readonly rest: string;
}

/** What the linter does not know: the rules that docs/docker.md promises of the image. */
export function listImageProblems(dockerfile: string): string[] {
  const instructions = toInstructions(dockerfile);
  const stages = instructions.filter(({ keyword }) => keyword === 'FROM');
  const last = instructions.slice(instructions.findLastIndex(({ keyword }) => keyword === 'FROM'));
  const find = (keyword: string) => last.findLast((instruction) => instruction.keyword === keyword)?.rest;
  const rules: readonly (readonly [boolean, string])[] = [
    [stages.length === 2, 'it has not two stages'],
    [stages.every(({ rest }) => /^node:24-slim\b/.test(rest)), 'a stage is not built on node:24-slim'],
    [!/^(?:root|0)?(?::|$)/.test(find('USER') ?? ''), 'it runs as root'],
    [find('HEALTHCHECK')?.includes('/healthz') === true, 'its health is not asked for'],
    [find('CMD') === '["node", "dist/src/main.js"]', 'it does not start the built service'],
    [find('VOLUME') !== undefined, 'its data is on no volume'],
    [
      last.some(({ keyword, rest }) => keyword === 'ENV' && /\bHOST=0\.0\.0\.0\b/.test(rest)),
      'nobody outside reaches it',
    ],
    [!last.some(({ rest }) => /\bapt-get\b|\bnpm install\b/.test(rest)), 'what runs has tools of the build in it'],
    [!instructions.some(isSecret), 'a secret is in it'],
  ];
  return rules.filter(([isKept]) => !isKept).map(([, problem]) => problem);
}

function isSecret({ keyword, rest }: Instruction): boolean {
  return /^(?:ARG|ENV)$/.test(keyword) && /(?:KEY|TOKEN|SECRET|PASSWORD)\w*/i.test(rest);
}

function toInstructions(dockerfile: string): Instruction[] {
  return dockerfile
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ keyword: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }));
}
