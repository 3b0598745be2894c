const dayMs = 86_400_000;

/** The day that it is at a property, `YYYY-MM-DD`. */
export function toToday(timeZone: string, now = Date.now()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

export function countNights(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

const dayShape = /^\d{4}-\d{2}-\d{2}$/;

export function isDay(text: string | undefined): text is string {
  return text !== undefined && dayShape.test(text) && !Number.isNaN(Date.parse(text));
}
