import { getData, ProblemError } from '../../../client/client.ts';
import type { Detail } from '../detail/detail.ts';
import { property } from '../state/session.ts';
import { client } from './api.ts';

/**
 * A screening of the property that is shown. Throws `screening_unknown` for one of another: whatever an address is made of,
 * nobody is shown under the name of a hotel where they do not stay.
 */
export async function loadScreening(id: string, signal: AbortSignal): Promise<Detail> {
  const asked = await client.GET('/api/v1/screenings/{id}', { params: { path: { id } }, signal });
  const detail = await getData(Promise.resolve(asked));
  const version = asked.response.headers.get('etag') ?? '*';
  if (detail.propertyId === property.value?.id) return { ...detail, version };
  throw new ProblemError({ status: 404, headers: new Headers() }, { code: 'screening_unknown' });
}

/** What such a screening is kept under while it is shown. */
export function toScreeningKey(id: string): string {
  return `${property.value?.id ?? ''} ${id}`;
}
