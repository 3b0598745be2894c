import { toDayAfter, toDayStart } from '../../../../domain/calendar.ts';

/** Which entries somebody wants to see; empty is all. Days are those of the property. */
export interface AuditChoice {
  readonly actorId: string;
  readonly action: string;
  readonly propertyId: string;
  readonly from: string;
  readonly to: string;
}

export const noChoice: AuditChoice = { actorId: '', action: '', propertyId: '', from: '', to: '' };

export function toAuditQuery({ actorId, action, propertyId, from, to }: AuditChoice, timeZone: string) {
  return {
    ...(actorId !== '' && { actorId }),
    ...(action !== '' && { action }),
    ...(propertyId !== '' && { propertyId }),
    ...(from !== '' && { from: toDayStart(from, timeZone) }),
    ...(to !== '' && { to: toDayStart(toDayAfter(to), timeZone) }),
  };
}
