import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { FindDiskSpace } from '../ports/doctor.ts';

/** Of the nearest folder above that is there: the database may not be yet. */
export const findDiskSpace: FindDiskSpace = async (path) => {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    try {
      const { bavail, blocks, bsize } = await statfs(folder);
      return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    } catch (error) {
      if (folder === dirname(folder)) throw error;
    }
  }
};
