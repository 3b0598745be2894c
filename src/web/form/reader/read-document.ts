import coreUrl from 'tesseract.js-core/tesseract-core-simd-lstm.wasm.js?url';
import { createWorker, OEM, PSM } from 'tesseract.js';
import workerUrl from 'tesseract.js/dist/worker.min.js?url';
import { findDocument, type ReadDocument } from './document-zone.ts';
import { toInk } from './picture-ink.ts';

/** The name of the language data among the pages' assets; see vite.config.ts. */
const languageData = 'eng-4.0.0-best-int';

/** Reads the machine-readable zone off a picture, all of it in this browser. Undefined where there is none to be read. */
export async function readDocument(picture: Blob, onReady: () => void): Promise<ReadDocument | undefined> {
  const worker = await createWorker(languageData, OEM.LSTM_ONLY, {
    workerPath: workerUrl,
    corePath: coreUrl,
    langPath: new URL('.', new URL(workerUrl, location.href)).href,
    workerBlobURL: false,
    cacheMethod: 'none',
  });
  try {
    onReady();
    await worker.setParameters({
      tessedit_char_whitelist: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<',
      tessedit_pageseg_mode: PSM.SINGLE_BLOCK,
    });
    for await (const ink of toInk(picture)) {
      const { data } = await worker.recognize(ink);
      const found = findDocument(data.text);
      if (found !== undefined) return found;
    }
    return undefined;
  } finally {
    await worker.terminate();
  }
}
