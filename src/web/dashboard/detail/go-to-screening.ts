import { go, place, toAddress } from '../state/route.ts';

/** The same guest, as screened anew; there is no way back to the state before. */
export function goToScreening(id: string): void {
  const [propertyId = '', page = ''] = place.value.parts;
  go(toAddress([propertyId, page, id], place.value.query), { replace: true });
}
