import type { Pms } from '../../ports/pms.ts';
import type { HttpDoor } from './http-door.ts';
import { toScope } from './listings.ts';
import { toLocalTime } from './local-time.ts';
import { isFields, readId } from './loose-values.ts';

/** What the hotel's staff reads among the errors of its apps. */
export function createErrorReports(door: HttpDoor): Pms['reportError'] {
  return async (call, { at, code, description, advice, reservationId }) => {
    const { propertyId, timeZone } = call.property;
    const form = {
      propertyID: propertyId,
      timestamp: toLocalTime(at, timeZone),
      eventType: 'update' as const,
      statusCode: code,
      description,
      errorMessage: advice,
      ...(reservationId !== undefined && { entityType: 'reservation' as const, entityID: reservationId }),
    };
    const { body, requestId } = await door.ask('postAppError', form, toScope(call));
    return { errorId: isFields(body.data) ? readId(body.data.errorID) : undefined, requestId };
  };
}
