import type { CheckResult } from '../../ports/doctor.ts';

const about = { check: 'clock', propertyId: null } as const;
const littleMs = 5_000;
const muchMs = 60_000;

/** Whether our clock agrees with the PMS's: syncs ask for what changed since an instant, and signatures carry one. */
export function checkClock(offsetMs: number | undefined): CheckResult {
  if (offsetMs === undefined) {
    return {
      ...about,
      state: 'warning',
      says: 'not compared: the PMS did not answer',
      advice: 'Solve pms_key first: the clock is compared with the PMS’s answers.',
    };
  }
  const seconds = Math.abs(offsetMs / 1_000).toFixed(0);
  const says = `is ${seconds} seconds ${offsetMs < 0 ? 'behind' : 'ahead of'} the PMS`;
  if (Math.abs(offsetMs) <= littleMs) return { ...about, state: 'ok', says: 'agrees with the PMS' };
  const advice = 'Turn on time synchronisation (NTP) on this machine.';
  return { ...about, state: Math.abs(offsetMs) > muchMs ? 'problem' : 'warning', says, advice };
}
