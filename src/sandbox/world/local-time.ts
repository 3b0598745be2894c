import { DateTime } from 'luxon';
import { Refusal } from './refusal.ts';

const spoken = 'yyyy-MM-dd HH:mm:ss';
const rememberedLimit = 50_000;
const remembered = new Map<string, string>();

/** What the property's clock shows: YYYY-MM-DD HH:MM:SS. In the hour that a change of the clocks repeats, ambiguous. */
export function toLocalTime(atMs: number, timezone: string): string {
  const key = `${timezone} ${Math.floor(atMs / 1_000)}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= rememberedLimit) remembered.clear();
  const text = DateTime.fromMillis(atMs, { zone: timezone }).toFormat(spoken);
  remembered.set(key, text);
  return text;
}

export function toLocalDate(atMs: number, timezone: string): string {
  return toLocalTime(atMs, timezone).slice(0, 10);
}

/**
 * A date-time parameter as the property's clock shows it. Without an offset it is local already. Filters then compare
 * what clocks show, so in a repeated hour both passes match the same range: a client must overlap its windows.
 */
export function readLocalTime(text: string, { name, timezone }: { name: string; timezone: string }): string {
  const parsed = DateTime.fromISO(text.replace(' ', 'T'), { zone: timezone });
  if (!parsed.isValid) throw new Refusal(`Parameter ${name} is not a valid date and time`);
  const hasOffset = /(Z|[+-]\d\d:\d\d)$/.test(text);
  return hasOffset ? parsed.toFormat(spoken) : text.replace('T', ' ');
}

export function isTimezone(name: string): boolean {
  return DateTime.utc().setZone(name).isValid;
}
