import { sql } from 'kysely';
import type { ScreeningRepository, TimelineEntry, TimelineEvent } from '../../ports/store.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealed } from '../tables.ts';

export function createTimeline(parts: RowParts): Pick<ScreeningRepository, 'addToTimeline' | 'listTimeline'> {
  const { sealing } = parts;
  const statements = createStatements(parts);
  return {
    async addToTimeline({ screeningId, at, event, actor }) {
      const sealedActor = sealing.seal(placeOf(screeningId), actor);
      await statements.add({ screeningId, at, event, sealedActor });
    },
    async listTimeline(screeningId) {
      const rows = await statements.list({ screeningId });
      return rows.map(({ sealedActor, ...row }): TimelineEntry => ({
        ...row,
        actor: sealing.open(placeOf(row.screeningId), sealedActor) as string,
      }));
    },
  };
}

function placeOf(screeningId: string): string {
  return `timeline/${screeningId}`;
}

interface NewTimelineRow {
  readonly screeningId: string;
  readonly at: string;
  readonly event: TimelineEvent;
  readonly sealedActor: Sealed;
}

function createStatements({ database }: RowParts) {
  return {
    add: prepareChange(database, (given: NewTimelineRow) =>
      database
        .insertInto('timeline')
        .columns(['screening_id', 'at', 'event', 'sealed_actor', 'subject_no'])
        .expression(
          database
            .selectFrom('screening')
            .select([
              'id',
              sql<string>`${given.at}`.as('at'),
              sql<TimelineEvent>`${given.event}`.as('event'),
              sql<Sealed>`${given.sealedActor}`.as('sealed_actor'),
              'subject_no',
            ])
            .where('id', '=', given.screeningId),
        ),
    ),
    list: prepareRows(database, (given: { screeningId: string }) =>
      database
        .selectFrom('timeline')
        .select(['screening_id as screeningId', 'at', 'event', 'sealed_actor as sealedActor'])
        .where('subject_no', '=', (row) =>
          row.selectFrom('screening').select('subject_no').where('id', '=', given.screeningId),
        )
        .orderBy('at')
        .orderBy('no'),
    ),
  };
}
