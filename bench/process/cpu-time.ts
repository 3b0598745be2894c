import { readFileSync } from 'node:fs';

/**
 * Processor time of a process's main thread so far; NaN where the system does not tell, as outside of Linux. What others do
 * on the machine hardly changes it, as it does every wall time.
 */
export function readMainThreadMs(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return NaN;
  }
}
