import { z } from 'zod';
import type { Instant } from '../../src/domain/subject.ts';
import { ProviderHttpError, type ProviderResponse } from '../../src/ports/provider-http.ts';

/** `GET /v2/listinfo`: what the server has loaded, and when. */
const listInfoSchema = z.object({ lists: z.record(z.string(), z.number()), endedAt: z.string() });

export interface Freshness {
  readonly now: Instant;
  readonly mayBeHoursOld: number;
}

/**
 * How old the lists are, e.g. `lists of 20 Aug`. A server that has loaded none, or none for long, finds nobody: that is thrown
 * as `vendor_unavailable`, so that it makes nobody clear.
 */
export function getEdition(response: ProviderResponse, { now, mayBeHoursOld }: Freshness): string {
  const parsed = listInfoSchema.safeParse(response.json());
  if (!parsed.success) throw new ProviderHttpError('not_json', response.status);
  const { lists, endedAt } = parsed.data;
  const ageMs = Date.parse(now) - Date.parse(endedAt);
  const isLoaded = Object.values(lists).some((count) => count > 0);
  if (!isLoaded || !(ageMs <= mayBeHoursOld * 3_600_000)) throw new ProviderHttpError('vendor_unavailable');
  return `lists of ${dayFormat.format(new Date(endedAt))}`;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
