// Writes openapi/*.generated.ts from openapi/*.yaml. With --check it writes nothing, names what is stale and exits 1.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';

const openapiFolder = new URL('../openapi/', import.meta.url);
const documentNames = ['cloudbeds', 'service'];

interface GeneratedFile {
  readonly url: URL;
  readonly content: string;
}

/** The types of every document that exists, as they should stand on disk. */
export async function renderOpenApiTypes(): Promise<GeneratedFile[]> {
  const present = documentNames.filter((name) => existsSync(new URL(`${name}.yaml`, openapiFolder)));
  return Promise.all(present.map(render));
}

/** Names of generated files that are missing or not what the documents say now. */
export async function listStaleFiles(): Promise<string[]> {
  const files = await renderOpenApiTypes();
  return files
    .filter(({ url, content }) => !existsSync(url) || readFileSync(url, 'utf8') !== content)
    .map(({ url }) => `openapi/${basename(url.pathname)}`);
}

async function render(name: string): Promise<GeneratedFile> {
  const tree = await openapiTS(new URL(`${name}.yaml`, openapiFolder), { alphabetize: false });
  const content = `// Generated from ${name}.yaml by npm run openapi. Do not edit.\n\n${astToString(tree)}`;
  const url = new URL(`${name}.generated.ts`, openapiFolder);
  const style = await prettier.resolveConfig(url);
  return { url, content: await prettier.format(content, { ...style, parser: 'typescript' }) };
}

async function main(): Promise<void> {
  if (process.argv.includes('--check')) {
    const stale = await listStaleFiles();
    for (const name of stale) console.error(`${name} is stale: run npm run openapi`);
    process.exitCode = stale.length === 0 ? 0 : 1;
    return;
  }
  for (const { url, content } of await renderOpenApiTypes()) writeFileSync(url, content);
}

const startedAs = process.argv[1];
if (startedAs !== undefined && import.meta.url === pathToFileURL(startedAs).href) await main();
