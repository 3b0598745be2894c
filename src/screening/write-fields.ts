import type { ShownField, ShownFields } from '../domain/shown-fields.ts';
import type { WriteBackParts, WriteBackTask } from './write-back-task.ts';

/** Writes the custom fields that differ from what was last written; `false` where none does. One request. */
export async function writeFields(parts: WriteBackParts, task: WriteBackTask): Promise<boolean> {
  const { shown, told, call, screening } = task;
  const { propertyId, guestId, id: screeningId } = screening;
  const changed = toChangedFields(shown, told?.writtenFields);
  if (Object.keys(changed).length === 0) return false;
  parts.expectedEchoes.expect(propertyId, guestId, parts.clock.now());
  const { requestId } = await parts.pms.writeGuestFields(call, guestId, changed);
  const at = parts.clock.now();
  await parts.store.transactionUnder(task.context.lease, async (rows) => {
    const now = await rows.writeBacks.find(propertyId, guestId);
    await rows.writeBacks.save({
      ...now,
      propertyId,
      guestId,
      screeningId,
      writtenFields: shown,
      state: 'written',
      at,
      ...(requestId === undefined ? {} : { requestId }),
    });
  });
  return true;
}

function toChangedFields(shown: ShownFields, written: ShownFields | undefined): Partial<ShownFields> {
  const names = Object.keys(shown) as ShownField[];
  return Object.fromEntries(
    names.filter((name) => shown[name] !== (written?.[name] ?? '')).map((name) => [name, shown[name]]),
  );
}
