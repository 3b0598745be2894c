import type { ConnectionState, DisconnectionReason } from '../../domain/connection/connection-state.ts';
import type { ConnectedProperty, ConnectionRepository } from '../../ports/connections.ts';
import type { LearnedFields } from '../../ports/field-memory.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import { toPresent } from '../present.ts';
import type { RowParts } from '../row-parts.ts';

export function createConnectedProperties(
  parts: RowParts,
): Pick<
  ConnectionRepository,
  | 'findProperty'
  | 'listProperties'
  | 'attach'
  | 'setStanding'
  | 'noteProbe'
  | 'noteRefusedBy'
  | 'noteDoubt'
  | 'endDoubt'
  | 'noteSetUp'
  | 'findGuestFields'
  | 'noteGuestFields'
> {
  const statements = createStatements(parts);
  return {
    async findProperty(propertyId) {
      const [row] = await statements.find({ propertyId });
      return row && toProperty(row);
    },
    async listProperties(connectionId) {
      const rows = await (connectionId === undefined ? statements.list({}) : statements.listOf({ connectionId }));
      return rows.map(toProperty);
    },
    async attach(propertyId, connectionId, at) {
      await statements.attach({ propertyId, connectionId, at });
    },
    async setStanding({ propertyId, state, reason, since }) {
      await statements.setStanding({ propertyId, state, reason: reason ?? null, since });
    },
    async noteProbe(propertyId, probes, nextProbeAt) {
      await statements.noteProbe({ propertyId, probes, nextProbeAt });
    },
    ...toSetUpMethods(statements),
  };
}

function toSetUpMethods(
  statements: ReturnType<typeof createSetUpStatements>,
): Pick<
  ConnectionRepository,
  'noteRefusedBy' | 'noteDoubt' | 'endDoubt' | 'noteSetUp' | 'findGuestFields' | 'noteGuestFields'
> {
  return {
    async noteRefusedBy(propertyId, connectionIds) {
      await statements.noteRefusedBy({ propertyId, refusedBy: JSON.stringify(connectionIds) });
    },
    async noteDoubt(propertyId, since) {
      await statements.noteDoubt({ propertyId, since });
    },
    async endDoubt(propertyId, at) {
      await statements.endDoubt({ propertyId, at });
    },
    async noteSetUp(propertyId, { mark, lookedAt }) {
      await statements.noteSetUp({ propertyId, mark, lookedAt });
    },
    async findGuestFields(propertyId) {
      const [row] = await statements.findGuestFields({ propertyId });
      if (row === undefined || row.fields === null || row.learnedAt === null) return undefined;
      return { fields: JSON.parse(row.fields) as LearnedFields['fields'], learnedAt: row.learnedAt };
    },
    async noteGuestFields(propertyId, { fields, learnedAt }) {
      await statements.noteGuestFields({ propertyId, fields: JSON.stringify(fields), learnedAt });
    },
  };
}

const columns = [
  'property_id as propertyId',
  'connection_id as connectionId',
  'state',
  'reason',
  'since',
  'probes',
  'next_probe_at as nextProbeAt',
  'refused_by as refusedBy',
  'doubted_since as doubtedSince',
  'doubt_ended_at as doubtEndedAt',
  'set_up_mark as setUpMark',
  'set_up_at as setUpAt',
] as const;

interface PropertyRow extends StandingColumns {
  readonly connectionId: string;
  readonly probes: number;
  readonly nextProbeAt: string | null;
  readonly refusedBy: string | null;
  readonly doubtedSince: string | null;
  readonly doubtEndedAt: string | null;
  readonly setUpMark: string | null;
  readonly setUpAt: string | null;
}

function toProperty({ setUpMark, setUpAt, refusedBy, ...row }: PropertyRow): ConnectedProperty {
  const setUp = setUpMark === null || setUpAt === null ? undefined : { mark: setUpMark, lookedAt: setUpAt };
  const refused = JSON.parse(refusedBy ?? '[]') as readonly string[];
  return { ...toPresent(row), refusedBy: refused, ...(setUp && { setUp }) };
}

interface StandingColumns {
  readonly propertyId: string;
  readonly state: ConnectionState;
  readonly reason: DisconnectionReason | null;
  readonly since: string;
}

function createStatements({ database }: RowParts) {
  const select = () => database.selectFrom('connected_property').select(columns);
  const update = () => database.updateTable('connected_property');
  return {
    find: prepareRows(database, (given: { propertyId: string }) =>
      select().where('property_id', '=', given.propertyId),
    ),
    list: prepareRows(database, () => select().orderBy('property_id')),
    listOf: prepareRows(database, (given: { connectionId: string }) =>
      select().where('connection_id', '=', given.connectionId).orderBy('property_id'),
    ),
    attach: prepareChange(database, (given: { propertyId: string; connectionId: string; at: string }) => {
      const standing = {
        state: 'connecting',
        reason: null,
        since: given.at,
        probes: 0,
        next_probe_at: null,
      } as const;
      const unknown = { set_up_mark: null, set_up_at: null, guest_fields: null, guest_fields_at: null };
      const undoubted = { doubted_since: null, doubt_ended_at: null, refused_by: null };
      return database
        .insertInto('connected_property')
        .values({ property_id: given.propertyId, connection_id: given.connectionId, ...standing })
        .onConflict((conflict) =>
          conflict
            .column('property_id')
            .doUpdateSet({ connection_id: given.connectionId, ...standing, ...unknown, ...undoubted }),
        );
    }),
    setStanding: prepareChange(database, (given: StandingColumns) =>
      update()
        .set({
          state: given.state,
          reason: given.reason,
          since: given.since,
          probes: 0,
          next_probe_at: null,
          doubted_since: null,
        })
        .where('property_id', '=', given.propertyId),
    ),
    noteProbe: prepareChange(database, (given: { propertyId: string; probes: number; nextProbeAt: string }) =>
      update()
        .set({ probes: given.probes, next_probe_at: given.nextProbeAt })
        .where('property_id', '=', given.propertyId),
    ),
    ...createSetUpStatements({ database }),
  };
}

function createSetUpStatements({ database }: Pick<RowParts, 'database'>) {
  const update = () => database.updateTable('connected_property');
  return {
    noteRefusedBy: prepareChange(database, (given: { propertyId: string; refusedBy: string }) =>
      update().set({ refused_by: given.refusedBy }).where('property_id', '=', given.propertyId),
    ),
    noteDoubt: prepareChange(database, (given: { propertyId: string; since: string }) =>
      update().set({ doubted_since: given.since }).where('property_id', '=', given.propertyId),
    ),
    endDoubt: prepareChange(database, (given: { propertyId: string; at: string }) =>
      update().set({ doubted_since: null, doubt_ended_at: given.at }).where('property_id', '=', given.propertyId),
    ),
    noteSetUp: prepareChange(database, (given: { propertyId: string; mark: string; lookedAt: string }) =>
      update()
        .set({ set_up_mark: given.mark, set_up_at: given.lookedAt, refused_by: null })
        .where('property_id', '=', given.propertyId),
    ),
    findGuestFields: prepareRows(database, (given: { propertyId: string }) =>
      database
        .selectFrom('connected_property')
        .select(['guest_fields as fields', 'guest_fields_at as learnedAt'])
        .where('property_id', '=', given.propertyId),
    ),
    noteGuestFields: prepareChange(database, (given: { propertyId: string; fields: string; learnedAt: string }) =>
      update()
        .set({ guest_fields: given.fields, guest_fields_at: given.learnedAt })
        .where('property_id', '=', given.propertyId),
    ),
  };
}
