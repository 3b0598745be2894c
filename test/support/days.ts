/** A date so many days from today, in UTC. */
export function toDay(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}
