// The thread in which editions are indexed: half a second of computing would hold up every webhook meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { indexEdition, type IndexTask } from './index-edition.ts';

await indexEdition(workerData as IndexTask);
parentPort?.postMessage('done');
