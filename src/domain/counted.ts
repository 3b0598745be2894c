/** `1 property`, `2 properties`: for texts that are English everywhere. */
export function toCounted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
