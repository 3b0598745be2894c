import { isServiceError } from '../../domain/errors.ts';
import type { ShownField, ShownFields } from '../../domain/shown-fields.ts';
import type { Logger } from '../../ports/logger.ts';
import type { FieldReceipt, GuestFieldDefinition, Pms, PmsCall } from '../../ports/pms.ts';
import type { KnownFields } from './field-setup.ts';
import { guestFieldDefinitions } from './guest-field-definitions.ts';
import type { HttpDoor } from './http-door.ts';
import type { KnownFieldsCache } from './known-fields.ts';
import { toScope } from './listings.ts';

/** A write is by name, and staff may rename a field: known names are looked up again when the PMS does not know one. */
export function createGuestFieldWriter(parts: GuestFieldWriterParts): Pms['writeGuestFields'] {
  const toFitting = createCutter(parts.logger);

  const write = async (call: PmsCall, guestId: string, values: Values): Promise<FieldReceipt> => {
    const { propertyId } = call.property;
    const missing = values.entries.map(([shortcode]) => shortcode).filter((shortcode) => !values.known.has(shortcode));
    const cut: ShownField[] = [];
    const guestCustomFields = values.entries.flatMap(([shortcode, value]) => {
      const field = values.known.get(shortcode);
      if (field === undefined) return [];
      if (value.length > field.maxCharacters) cut.push(shortcode);
      return [{ customFieldName: field.name, customFieldValue: toFitting(value, field, propertyId) }];
    });
    const left = { missing, cut, short: listShort(values.known) };
    if (guestCustomFields.length === 0) return { requestId: undefined, ...left };
    const form = { propertyID: propertyId, guestID: guestId, guestCustomFields };
    const { requestId } = await parts.door.ask('putGuest', form, toScope(call));
    return { requestId, ...left };
  };

  return async (call, guestId, fields) => {
    const entries = Object.entries(fields) as [ShownField, ShownFields[ShownField]][];
    if (entries.length === 0) return { requestId: undefined, missing: [], cut: [], short: [] };
    const known = await parts.fields.get(call);
    try {
      return await write(call, guestId, { entries, known });
    } catch (error) {
      if (!isServiceError(error, 'pms_refused') || !isStale(error.facts.reason)) throw error;
      parts.fields.forget(call.property.propertyId, known);
      return write(call, guestId, { entries, known: await parts.fields.get(call) });
    }
  };
}

export interface GuestFieldWriterParts {
  readonly door: HttpDoor;
  readonly fields: KnownFieldsCache;
  readonly logger: Logger;
}

interface Values {
  readonly entries: readonly (readonly [ShownField, string])[];
  readonly known: KnownFields;
}

/** Staff have renamed, deleted or shortened a field since it was looked up. */
function isStale(reason: unknown): boolean {
  return reason === 'custom_field_unknown' || reason === 'too_long';
}

/** Those that hold less than they were made for. */
function listShort(known: KnownFields): readonly ShownField[] {
  return guestFieldDefinitions
    .filter(({ shortcode, maxCharacters }) => (known.get(shortcode)?.maxCharacters ?? maxCharacters) < maxCharacters)
    .map(({ shortcode }) => shortcode);
}

/** A field may have been made shorter than we would: better a cut value than none. Said once per field. */
function createCutter(logger: Logger) {
  const told = new Set<string>();
  return (value: string, { shortcode, maxCharacters }: GuestFieldDefinition, propertyId: string): string => {
    if (value.length <= maxCharacters) return value;
    const key = `${propertyId}/${shortcode}`;
    if (!told.has(key)) logger.warn('pms.value_cut', { propertyId, shortcode, maxCharacters });
    told.add(key);
    const whole = value.slice(0, Math.max(maxCharacters - 1, 0)).replace(/[\uD800-\uDBFF]$/, '');
    return maxCharacters > 0 ? `${whole}…` : '';
  };
}
