import type { ProfileRepository } from '../../ports/profiles.ts';
import { prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import { toSubject } from '../subjects/subject-row.ts';

/** Walks the subjects by their numbers, so that no page costs more than another. Forgotten guests are left alone. */
export function createUnboundProfiles({ database, sealing }: RowParts): Pick<ProfileRepository, 'listUnbound'> {
  const list = prepareRows(database, (given: { propertyId: string; afterNo: number; limit: number }) =>
    database
      .selectFrom('subject')
      .leftJoin('profile_member as m', (join) =>
        join.onRef('m.property_id', '=', 'subject.property_id').onRef('m.guest_id', '=', 'subject.guest_id'),
      )
      .leftJoin('profile as p', 'p.no', 'm.profile_no')
      .select(['subject.no', 'subject.property_id as propertyId', 'subject.reservation_id as reservationId'])
      .select(['subject.guest_id as guestId', 'subject.reservation_status as reservationStatus'])
      .select(['subject.sealed_fields as sealedFields', 'subject.fingerprint', 'p.scope'])
      .where('subject.no', '>', given.afterNo)
      .where('subject.property_id', '=', given.propertyId)
      .orderBy('subject.no')
      .limit(given.limit),
  );
  return {
    async listUnbound({ propertyId, scope, afterNo, limit }) {
      const rows = await list({ propertyId, afterNo, limit });
      const unbound = rows.filter((row) => row.scope !== scope && row.fingerprint !== '');
      const last = rows.at(-1);
      return {
        subjects: unbound.map((row) => toSubject(row, sealing)),
        ...(rows.length === limit && last !== undefined && { nextNo: last.no }),
      };
    },
  };
}
