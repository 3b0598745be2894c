import type { FoundFields } from '../../domain/drift.ts';
import type { KnownFields } from './field-setup.ts';
import { guestFieldDefinitions } from './guest-field-definitions.ts';
import { isFields, readText } from './loose-values.ts';

/** What our own fields show, of a list of custom fields by shortcode. Those that are archived show nothing that counts. */
export function toShownByShortcode(customFields: unknown): FoundFields | undefined {
  if (!Array.isArray(customFields)) return undefined;
  const rows = customFields.filter(isFields);
  const values = guestFieldDefinitions.flatMap(({ shortcode }) => {
    const row = rows.find((one) => readText(one.shortcode) === shortcode);
    if (row?.isActive === false) return [];
    // A field that was never written, or emptied, is left out.
    return [[shortcode, readText(row?.customFieldValue) ?? ''] as const];
  });
  return Object.fromEntries(values);
}

/** The same of a list by name. A name that is not there may have been changed: then nothing is known. */
export function toShownByName(customFields: unknown, known: KnownFields | undefined): FoundFields | undefined {
  if (!Array.isArray(customFields)) return undefined;
  const rows = customFields.filter(isFields);
  const values = guestFieldDefinitions.flatMap(({ shortcode, name }) => {
    const calledName = known?.get(shortcode)?.name ?? name;
    const row = rows.find((one) => readText(one.customFieldName) === calledName);
    return row === undefined ? [] : [[shortcode, readText(row.customFieldValue) ?? ''] as const];
  });
  return Object.fromEntries(values);
}
