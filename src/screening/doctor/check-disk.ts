import type { CheckResult, FindDiskSpace } from '../../ports/doctor.ts';

const fewBytes = 2 * 1024 ** 3;
const leastBytes = 256 * 1024 ** 2;

/** Whether there is room left where the database lies: on a full disk events are answered with 503. */
export async function checkDisk(findSpace: FindDiskSpace, path: string): Promise<CheckResult> {
  const about = { check: 'disk', propertyId: null } as const;
  try {
    const { freeBytes, totalBytes } = await findSpace(path);
    if (totalBytes === 0) return { ...about, ...unknown };
    const says = `${toGigabytes(freeBytes)} of ${toGigabytes(totalBytes)} GB are free where the database lies`;
    if (freeBytes >= fewBytes) return { ...about, state: 'ok', says };
    const advice = 'Free some space, or move the database to a larger disk. Until then backups and new lists may fail.';
    return { ...about, state: freeBytes < leastBytes ? 'problem' : 'warning', says, advice };
  } catch {
    return { ...about, ...unknown };
  }
}

const unknown = {
  state: 'warning',
  says: 'cannot tell how much is free',
  advice: 'Check that the folder in DATABASE_URL exists, or can be created, and is mounted.',
} as const;

function toGigabytes(bytes: number): string {
  return (bytes / 1024 ** 3).toFixed(1);
}
