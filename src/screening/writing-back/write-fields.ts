import { toDriftAfterWrite } from '../../domain/drift.ts';
import type { ShownField, ShownFields } from '../../domain/shown-fields.ts';
import type { Instant } from '../../domain/subject.ts';
import type { FieldReceipt } from '../../ports/pms.ts';
import type { Rows } from '../../ports/store.ts';
import { keepWritten } from './keep-written.ts';
import { tellHotel } from './tell-hotel.ts';
import type { WriteBackParts, WriteBackTask } from './write-back-task.ts';

/** Writes the custom fields that differ from what was last written, in one request. */
export async function writeFields(
  parts: WriteBackParts,
  task: WriteBackTask,
): Promise<'written' | 'repaired' | 'unchanged'> {
  const { shown, told, call, screening } = task;
  const { propertyId, guestId } = screening;
  const changed = toChangedFields(shown, told?.writtenFields);
  if (changed.length === 0) return 'unchanged';
  parts.expectedEchoes.expect(propertyId, guestId, parts.clock.now());
  const receipt = await parts.pms.writeGuestFields(call, guestId, pick(shown, changed));
  const at = parts.clock.now();
  await parts.store.transactionUnder(task.context.lease, async (rows) => {
    await saveWritten(rows, task, { changed, receipt, at });
    await tellOfFields(rows, task, { changed, receipt, at });
  });
  const drifted = new Set(told?.drift?.filter(({ state }) => state === 'seen').map(({ field }) => field));
  if (changed.every((field) => receipt.missing.includes(field))) return 'unchanged';
  return changed.every((field) => drifted.has(field)) ? 'repaired' : 'written';
}

interface WrittenFields {
  readonly changed: readonly ShownField[];
  readonly receipt: FieldReceipt;
  readonly at: Instant;
}

async function saveWritten(
  rows: Rows,
  { shown, screening }: WriteBackTask,
  { changed, receipt, at }: WrittenFields,
): Promise<void> {
  const { propertyId, guestId, id: screeningId } = screening;
  const { missing, cut, requestId } = receipt;
  const now = await rows.writeBacks.find(propertyId, guestId);
  const drift = toDriftAfterWrite(now?.drift ?? [], { fields: changed, missing, cut, at });
  await keepWritten(rows, screening, {
    ...now,
    propertyId,
    guestId,
    screeningId,
    writtenFields: toWrittenFields(now?.writtenFields, pick(shown, changed), missing),
    state: 'written',
    at,
    drift,
    ...(requestId === undefined ? {} : { requestId }),
  });
}

/** What could not be written is tried again with the next change; what was not sent may have been seen otherwise meanwhile. */
function toWrittenFields(
  before: ShownFields | undefined,
  sent: Partial<ShownFields>,
  missing: readonly ShownField[],
): ShownFields {
  return { ...nothing, ...before, ...sent, ...Object.fromEntries(missing.map((field) => [field, ''])) };
}

const nothing: ShownFields = {
  screening_status: '',
  screening_outcome: '',
  screening_summary: '',
  screening_updated: '',
  screening_link: '',
};

async function tellOfFields(
  rows: Rows,
  { screening }: WriteBackTask,
  { changed, receipt, at }: WrittenFields,
): Promise<void> {
  const { propertyId } = screening;
  const { missing, cut, short } = receipt;
  for (const about of missing) await tellHotel(rows, { propertyId, cause: 'field_missing', about, at });
  for (const about of cut) await tellHotel(rows, { propertyId, cause: 'field_short', about, at });
  const held = new Set<string>(changed.filter((field) => !missing.includes(field)));
  for (const error of await rows.appErrors.list(propertyId)) {
    const isBack = error.cause === 'field_missing' && held.has(error.about);
    const isLong = error.cause === 'field_short' && held.has(error.about) && !isAmong(error.about, short);
    if (isBack || isLong) await rows.appErrors.solve(error);
  }
}

function isAmong(name: string, fields: readonly ShownField[]): boolean {
  return fields.some((field) => field === name);
}

function toChangedFields(shown: ShownFields, written: ShownFields | undefined): readonly ShownField[] {
  const names = Object.keys(shown) as ShownField[];
  return names.filter((name) => shown[name] !== (written?.[name] ?? ''));
}

function pick(shown: ShownFields, names: readonly ShownField[]): Partial<ShownFields> {
  return Object.fromEntries(names.map((name) => [name, shown[name]]));
}
