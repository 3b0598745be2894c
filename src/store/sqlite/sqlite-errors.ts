import { ServiceError } from '../../domain/errors.ts';

/**
 * What SQLite says, in our codes. SQLite's own text can quote a value, so it stays in `cause`, which is never printed.
 * A disk that cannot grow a file answers either FULL or an I/O error of writing, depending on the file.
 */
export function toStoreError(error: unknown): unknown {
  switch (readCode(error)) {
    case 'SQLITE_FULL':
      return new ServiceError('store_full', {}, error);
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new ServiceError('store_locked', {}, error);
    default:
      return error;
  }
}

function readCode(error: unknown): unknown {
  // Not by class: under Jest the driver's errors are of another realm.
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
