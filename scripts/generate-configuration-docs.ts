// Writes docs/configuration.md and docs/config.schema.json from the settings and the providers' manifests: npm run docs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import prettier from 'prettier';
import { listManifests } from '../providers/index.ts';
import { renderConfigFileSchema, renderConfigurationPage } from '../src/config/configuration-docs.ts';

const docsFolder = new URL('../docs/', import.meta.url);

interface GeneratedFile {
  readonly url: URL;
  readonly content: string;
}

/** Both files, as they should stand on disk. */
export async function renderConfigurationDocs(): Promise<GeneratedFile[]> {
  const manifests = listManifests();
  return Promise.all([
    render('configuration.md', renderConfigurationPage(manifests)),
    render('config.schema.json', renderConfigFileSchema(manifests)),
  ]);
}

/** Names of files that are missing or not what the sources say now. */
export async function listStaleConfigurationDocs(): Promise<string[]> {
  const files = await renderConfigurationDocs();
  return files
    .filter(({ url, content }) => !existsSync(url) || readFileSync(url, 'utf8') !== content)
    .map(({ url }) => `docs/${basename(url.pathname)}`);
}

async function render(name: string, content: string): Promise<GeneratedFile> {
  const url = new URL(name, docsFolder);
  const style = await prettier.resolveConfig(url);
  return { url, content: await prettier.format(content, { ...style, filepath: url.pathname }) };
}

const startedAs = process.argv[1];
if (startedAs !== undefined && import.meta.url === pathToFileURL(startedAs).href) {
  for (const { url, content } of await renderConfigurationDocs()) writeFileSync(url, content);
}
