import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import prettier from 'prettier';
import { makeProvider } from '../../../scripts/new-provider.ts';
import { providerRules } from '../../contract/check-provider.contract.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => readFileSync(join(repository, path), 'utf8');
const guide = read('docs/adding-a-provider.md');

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-provider-'));
  cpSync(join(repository, 'providers/index.ts'), join(root, 'providers/index.ts'), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the command', () => {
  test('makes a folder that sits the conformance suite', () => {
    makeProvider({ name: 'harbour-police', root });
    // The suite reads the README beside its own folder, so it comes along; everything else is the repository's.
    cpSync(join(repository, 'test/contract'), join(root, 'test/contract'), { recursive: true });
    for (const path of ['src', 'node_modules', 'package.json', 'test/support']) {
      symlinkSync(join(repository, path), join(root, path));
    }
    writeFileSync(join(root, 'sit.ts'), sitting);
    expect(JSON.parse(execFileSync(process.execPath, ['sit.ts'], { cwd: root, encoding: 'utf8' }))).toEqual({
      id: 'harbour-police',
      rules: providerRules.length,
      breaches: [],
    });
  });

  test('puts it at the end of the list', () => {
    makeProvider({ name: 'harbour-police', root });
    const registry = readFileSync(join(root, 'providers/index.ts'), 'utf8');
    expect(registry).toContain("import { harbourPolice } from './harbour-police/check.ts';");
    expect(registry).toMatch(/\n {2}harbourPolice,\n\];\n$/);
  });

  test('leaves the list as the formatter would', async () => {
    makeProvider({ name: 'harbour-police', root });
    const path = join(root, 'providers/index.ts');
    const style = await prettier.resolveConfig(join(repository, 'providers/index.ts'));
    expect(await prettier.check(readFileSync(path, 'utf8'), { ...style, filepath: path })).toBe(true);
  });

  test('leaves no word of the template behind', () => {
    const text = makeProvider({ name: 'harbour-police', root }).map((path) => readFileSync(path, 'utf8'));
    expect(text.join('\n')).not.toMatch(/new-provider|new_provider|newProvider|New provider/);
    expect(text.join('\n')).toMatch(/Harbour police/);
  });

  test.each(['', 'Harbour', 'a_b', '../evil', '-a'])('refuses the name “%s”', (name) => {
    expect(() => makeProvider({ name, root })).toThrow(/kebab-case/);
  });

  test('leaves a folder alone that is there', () => {
    makeProvider({ name: 'harbour-police', root });
    expect(() => makeProvider({ name: 'harbour-police', root })).toThrow(/there already/);
  });

  test('is the one that the guide names', () => {
    expect(guide).toContain('npm run provider:new -- ');
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(scripts['provider:new']).toBe('node scripts/new-provider.ts');
  });
});

const sitting = `
import { providerRules } from './test/contract/check-provider.contract.ts';
import { harbourPolice as provider } from './providers/harbour-police/check.ts';
const breaches = [];
for (const { find } of providerRules) breaches.push(...(await find(provider)));
console.log(JSON.stringify({ id: provider.manifest.id, rules: providerRules.length, breaches }));
`;

describe('the guide', () => {
  test('names every field of a manifest', () => {
    expect(listMembers('ProviderManifest').filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });

  test('names everything that a provider may do', () => {
    const functions = listMembers('CheckProvider').filter((name) => name !== 'manifest');
    expect(functions.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });

  test('names every file that the command makes, and no other', () => {
    const named = [...guide.matchAll(/^\| `([\w.-]+)`/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(readdirSync(join(repository, 'scripts/provider-template')).sort());
  });

  test('names only paths that are there', () => {
    const paths = [...guide.matchAll(/(?:src|test|scripts|docs|providers)\/[\w./-]*\w/g)].map(([path]) => path);
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => listCompletions(path).length === 0)).toEqual([]);
  });

  test('names only what the domain and the ports export', () => {
    const exported = ['src/domain/signed-callback.ts', 'src/ports/provider-http.ts', 'src/ports/monthly-ceiling.ts'];
    const sources = exported.map(read).join('\n');
    for (const name of ['isSignedByAny', 'isRecent', 'assertAnswered', 'monthlyCeiling']) {
      expect(guide).toContain(name);
      expect(sources).toContain(name);
    }
  });
});

/** The path itself, or what begins with it: a command may name many files by their beginning. */
function listCompletions(path: string): string[] {
  if (existsSync(join(repository, path))) return [path];
  const folder = path.slice(0, path.lastIndexOf('/'));
  if (!existsSync(join(repository, folder))) return [];
  return readdirSync(join(repository, folder)).filter((name) => `${folder}/${name}`.startsWith(path));
}

function listMembers(name: string): string[] {
  const source = read('src/ports/check-provider.ts');
  const body = new RegExp(`export interface ${name} \\{([\\s\\S]*?)\\n\\}`).exec(source)?.[1] ?? '';
  return [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, member = '']) => member);
}
