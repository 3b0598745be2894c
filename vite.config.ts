import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('./src/web/', import.meta.url));
const outDir = fileURLToPath(new URL('./dist/web/', import.meta.url));

/**
 * Each page of the house, a folder of src/web with one of these in it; and what the form fetches when it is used, by an address
 * in the page: an import of its own would have every form fetch a second script first, of which most of it is never needed.
 */
const pages: Readonly<Record<string, string>> = {
  dashboard: 'dashboard/index.html',
  form: 'form/main.ts',
  reader: 'form/reader/read-into.ts',
};

export default defineConfig({
  root,
  plugins: [preact({ devToolsEnabled: false }), languageData(), precompress()],
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/form': 'http://127.0.0.1:8080' } },
  build: {
    outDir,
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2022',
    // A font or picture in the text of a script or style would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What an entry exports is for whoever imports it by its address.
    rolldownOptions: {
      input: listInputs(),
      preserveEntrySignatures: 'allow-extension',
      // On a busy machine compressing is what takes the time, as it should.
      checks: { bundlerTimings: false },
    },
  },
});

function listInputs(): Record<string, string> {
  const present = Object.entries(pages).filter(([, file]) => existsSync(join(root, file)));
  return Object.fromEntries(present.map(([name, file]) => [name, join(root, file)]));
}

/** What the document reader knows of letters. Its library asks for it by this name, so it has none made of its content. */
function languageData(): Plugin {
  const data = new URL('./node_modules/@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz', import.meta.url);
  return {
    name: 'language-data',
    apply: 'build',
    async buildStart() {
      const fileName = 'assets/eng-4.0.0-best-int.traineddata.gz';
      this.emitFile({ type: 'asset', fileName, source: await readFile(data) });
    },
  };
}

/** Puts `.br` and `.gz` beside each text that browsers ask for, so that no request pays for it. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    closeBundle: async () => {
      const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
      const texts = entries.filter((entry) => entry.isFile() && /\.(?:js|css|html|svg|json)$/.test(entry.name));
      await Promise.all(texts.map((entry) => compress(join(entry.parentPath, entry.name))));
    },
  };
}

const largeBytes = 1024 * 1024;
const largeQuality = 5;

async function compress(file: string): Promise<void> {
  const text = await readFile(file);
  // The best quality takes seconds for a megabyte.
  const quality = text.length > largeBytes ? largeQuality : constants.BROTLI_MAX_QUALITY;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(text, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(text, { level: constants.Z_BEST_COMPRESSION }));
}
