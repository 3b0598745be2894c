/** How long this thread has computed, in ms. The time that a busy machine gives to others does not count. */
export function readComputingMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
