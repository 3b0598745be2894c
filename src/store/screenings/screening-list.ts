import { ServiceError } from '../../domain/errors.ts';
import type { ScreeningListItem, ScreeningRepository, WriteBackState } from '../../ports/store.ts';
import { selectJsonValues, toJsonRows } from '../engine.ts';
import { prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import { findPage } from './screening-page.ts';
import { type ScreeningRow, screeningColumns, toScreening } from './screening-row.ts';
import type { Sealing } from '../sealing.ts';
import { type SubjectRow, toSubject } from '../subjects/subject-row.ts';

export function createScreeningList(parts: RowParts): Pick<ScreeningRepository, 'list' | 'getListItem' | 'listByIds'> {
  const { database, engine, sealing } = parts;
  const select = prepareRows(database, (given: { ids: string }) =>
    selectItems(database)
      .where('screening.id', 'in', selectJsonValues(engine, given.ids, 'text'))
      .orderBy('screening.arrives_on')
      .orderBy('screening.id'),
  );
  const listItems = async (ids: readonly string[]): Promise<readonly ScreeningListItem[]> => {
    const rows = await select({ ids: toJsonRows(ids.map((id) => [id])) });
    return rows.map((row) => toItem(row, sealing));
  };
  return {
    async list(query) {
      if (query.terms?.length === 0) return []; // a search for nothing finds nothing
      const ids = await findPage(parts, query).execute();
      return ids.length === 0 ? [] : listItems(ids.map(({ id }) => id));
    },
    async listByIds(screeningIds) {
      const items = await listItems(screeningIds);
      return new Map(items.map((item) => [item.screening.id, item]));
    },
    async getListItem(screeningId) {
      const [item] = await listItems([screeningId]);
      if (item === undefined) throw new ServiceError('screening_unknown', { screeningId });
      return item;
    },
  };
}

function selectItems(database: RowParts['database']) {
  return database
    .selectFrom('screening')
    .innerJoin('subject', 'subject.no', 'screening.subject_no')
    .leftJoin('write_back', (join) =>
      join
        .onRef('write_back.property_id', '=', 'subject.property_id')
        .onRef('write_back.guest_id', '=', 'subject.guest_id'),
    )
    .select(screeningColumns)
    .select(['subject.reservation_status as reservationStatus', 'subject.sealed_fields as sealedFields'])
    .select(['write_back.screening_id as toldOf', 'write_back.state as writeBackState', 'write_back.at as toldAt']);
}

type ItemRow = ScreeningRow &
  SubjectRow & {
    readonly toldOf: string | null;
    readonly writeBackState: WriteBackState | null;
    readonly toldAt: string | null;
  };

function toItem(row: ItemRow, sealing: Sealing): ScreeningListItem {
  return { screening: toScreening(row, sealing), subject: toSubject(row, sealing), writeBack: toWriteBackView(row) };
}

/** What the PMS was told of an earlier screening, or of another stay of the same guest, says nothing about this one. */
function toWriteBackView({ id, toldOf, writeBackState, toldAt }: ItemRow): ScreeningListItem['writeBack'] {
  if (toldOf !== id || writeBackState === null) return { state: 'pending' };
  return { state: writeBackState, ...(toldAt === null ? {} : { at: toldAt }) };
}
