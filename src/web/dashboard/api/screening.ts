import { getData, ProblemError, type Schema } from '../../../client/client.ts';
import { property } from '../state/session.ts';
import { client } from './api.ts';

/**
 * A screening of the property that is shown. Throws `screening_unknown` for one of another: whatever an address is made of,
 * nobody is shown under the name of a hotel where they do not stay.
 */
export async function loadScreening(id: string, signal: AbortSignal): Promise<Schema<'ScreeningDetail'>> {
  const path = '/api/v1/screenings/{id}';
  const detail = await getData(client.GET(path, { params: { path: { id } }, signal }));
  if (detail.propertyId === property.value?.id) return detail;
  throw new ProblemError({ status: 404, headers: new Headers() }, { code: 'screening_unknown' });
}

/** What such a screening is kept under while it is shown. */
export function toScreeningKey(id: string): string {
  return `${property.value?.id ?? ''} ${id}`;
}
