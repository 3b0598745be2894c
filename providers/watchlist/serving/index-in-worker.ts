import { Worker } from 'node:worker_threads';
import type { IndexTask } from './index-edition.ts';

/** Sources run as they are, what is built is JavaScript. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** `indexEdition` in a thread of its own. Rejects with what went wrong there. */
export function indexInWorker(task: IndexTask): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`./index-worker.${extension}`, import.meta.url), {
      workerData: task,
      execArgv: [],
    });
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the indexing thread ended with ${code}`)));
  });
}
