/** The code of an error of the operating system, e.g. `ENOENT`; undefined of any other error. */
export function findSystemErrorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('syscall' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
