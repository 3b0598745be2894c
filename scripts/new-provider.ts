// Makes a provider's folder from scripts/provider-template and adds it to providers/index.ts: npm run provider:new -- NAME
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const templateFolder = fileURLToPath(new URL('./provider-template/', import.meta.url));

export interface NewProvider {
  /** kebab-case; the folder's name. */
  readonly name: string;
  /** Where `providers/` is. */
  readonly root: string;
}

/** Answers the paths that it wrote. Throws where the name cannot be one, or is taken. */
export function makeProvider({ name, root }: NewProvider): string[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Error(`“${name}” is not kebab-case. Try: npm run provider:new -- own-list`);
  const folder = join(root, 'providers', name);
  if (existsSync(folder)) throw new Error(`providers/${name}/ is there already`);
  cpSync(templateFolder, folder, { recursive: true });
  const files = readdirSync(folder).map((file) => join(folder, file));
  for (const file of files) writeFileSync(file, rename(readFileSync(file, 'utf8'), name));
  const registry = join(root, 'providers', 'index.ts');
  writeFileSync(registry, register(readFileSync(registry, 'utf8'), name));
  return [...files, registry];
}

function rename(text: string, name: string): string {
  const words = name.split('-').join(' ');
  return text
    .replaceAll('new-provider', name)
    .replaceAll('new_provider', name.replaceAll('-', '_'))
    .replaceAll('newProvider', toCamelCase(name))
    .replaceAll('New provider', words.charAt(0).toUpperCase() + words.slice(1));
}

/** An import after the others, and a place at the end of the list: staff read the findings in its order. */
function register(text: string, name: string): string {
  const imported = `import { ${toCamelCase(name)} } from './${name}/check.ts';\n`;
  const lastImport = text.lastIndexOf('\nimport ');
  const afterImports = text.indexOf('\n', lastImport + 1) + 1;
  const withImport = text.slice(0, afterImports) + imported + text.slice(afterImports);
  const added = withImport.replace(/\n\];\s*$/, `\n  ${toCamelCase(name)},\n];\n`);
  if (added === withImport) throw new Error('providers/index.ts does not end with its list');
  return added;
}

function toCamelCase(name: string): string {
  return name.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const paths = makeProvider({ name: process.argv[2] ?? '', root: process.cwd() });
    console.log(`${paths.join('\n')}\n\nNext: step 2 of docs/adding-a-provider.md`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
