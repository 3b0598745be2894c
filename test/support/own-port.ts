import { randomInt } from 'node:crypto';
import { findPort } from '../../src/demo/find-port.ts';

/** Systems give the ports above these to whoever asks for any, and to those who connect. */
const firstPort = 20_000;
const portsOfWorker = 1_000;
const workers = 12;

const workerNumber = Number(process.env.JEST_WORKER_ID ?? 0) % workers;
let next = randomInt(portsOfWorker);

/**
 * A port for a service that starts later, stops and starts again. One that the system gave out would be free meanwhile, and
 * be given to the next who asks, in this process or another; this one is nobody else's, nor given twice.
 */
export async function findOwnPort(): Promise<number> {
  const wanted = firstPort + workerNumber * portsOfWorker + (next % portsOfWorker);
  next += 1;
  const port = await findPort(wanted);
  return port === wanted ? port : findOwnPort();
}
