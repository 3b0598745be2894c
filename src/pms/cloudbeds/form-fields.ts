import { ServiceError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { PmsCall } from '../../ports/pms.ts';
import type { CustomValue } from '../../ports/pms-guests.ts';
import type { HttpDoor } from './http-door.ts';
import { toScope } from './listings.ts';
import { isFields, readText } from './loose-values.ts';
import type { Row } from './operations.ts';

/** Names of a property's guest fields, by shortcode: a write is by name, and staff may rename. */
type FieldNames = ReadonlyMap<string, string>;

const freshForMs = 15 * 60_000;
export const formFieldLength = 255;

export interface FormFields {
  /** Names of the fields that these values go into; those that are missing are created. */
  ensure(call: PmsCall, values: readonly CustomValue[]): Promise<FieldNames>;
  /** A name has turned out not to hold any more. */
  forget(propertyId: string): void;
}

/**
 * The custom fields that forms fill. Whatever came of a creation, the fields are read again: one whose answer was lost may be
 * there. What is still missing then is a failure.
 */
export function createFormFields(door: HttpDoor, clock: Clock, logger: Logger): FormFields {
  const remembered = new Map<string, { readonly names: FieldNames; readonly learnedMs: number }>();
  const nowMs = () => Date.parse(clock.now());

  const read = async (call: PmsCall): Promise<FieldNames> => {
    const { propertyId } = call.property;
    const { body } = await door.ask('getCustomFields', { propertyID: propertyId }, toScope(call));
    if (!Array.isArray(body.data)) throw new ServiceError('pms_bad_answer', { reason: 'no_rows', propertyId });
    const names = new Map(body.data.flatMap(toGuestField));
    remembered.set(propertyId, { names, learnedMs: nowMs() });
    return names;
  };
  const find = async (call: PmsCall): Promise<FieldNames> => {
    const known = remembered.get(call.property.propertyId);
    return known !== undefined && nowMs() - known.learnedMs < freshForMs ? known.names : read(call);
  };

  return {
    forget: (propertyId) => {
      remembered.delete(propertyId);
    },
    async ensure(call, values) {
      if (values.length === 0) return new Map();
      const listMissing = (names: FieldNames) => values.filter(({ shortcode }) => !names.has(shortcode));
      const names = await find(call);
      if (listMissing(names).length === 0) return names;
      const current = await read(call);
      for (const value of listMissing(current)) await create(door, call, value);
      const after = await read(call);
      const [unseen] = listMissing(after);
      if (unseen === undefined) return after;
      const { shortcode } = unseen;
      throw new ServiceError('pms_bad_answer', { reason: 'field_not_listed', shortcode });
    },
  };

  async function create(toDoor: HttpDoor, call: PmsCall, { shortcode, name }: CustomValue): Promise<void> {
    const { propertyId } = call.property;
    const form = {
      propertyID: propertyId,
      ...{ shortcode, name, applyTo: 'guest' as const, required: false, isPersonal: true, type: 'input' as const },
      maxCharacters: formFieldLength,
      displayed: ['reservation' as const],
    };
    await toDoor.ask('postCustomField', form, toScope(call));
    logger.info('pms.field_created', { propertyId, shortcode });
  }
}

function toGuestField(row: unknown): readonly (readonly [string, string])[] {
  if (!isFields(row)) return [];
  const field: Row<'CustomField'> = row;
  const shortcode = readText(field.shortcode);
  if (shortcode === undefined || readText(field.applyTo) !== 'guest' || typeof field.name !== 'string') return [];
  return [[shortcode, field.name]];
}
