import { hasPaymentDigits } from './payment-digits.ts';
import type { CustomFieldRecord } from './records.ts';
import { Refusal } from './refusal.ts';
import {
  type CustomFieldChange,
  customFieldChangeSchema,
  newCustomFieldSchema,
  type NewCustomField,
} from './world-inputs.ts';
import { getProperty, type WorldState } from './world-state.ts';

const defaultMaxCharacters = 40;

export interface WrittenValue {
  readonly customFieldName: string;
  readonly customFieldValue: string;
}

export function addCustomField(state: WorldState, propertyId: string, input: NewCustomField): CustomFieldRecord {
  const given = newCustomFieldSchema.parse(input);
  getProperty(state, propertyId);
  if (listCustomFields(state, propertyId).some(({ shortcode }) => shortcode === given.shortcode)) {
    throw new Refusal('There is a custom field with this shortcode already');
  }
  const field: CustomFieldRecord = {
    fieldId: state.drawId('field'),
    propertyId,
    name: given.name,
    shortcode: given.shortcode,
    applyTo: given.applyTo ?? 'reservation',
    required: given.required ?? false,
    isPersonal: given.isPersonal,
    maxCharacters: given.maxCharacters ?? defaultMaxCharacters,
    type: given.type ?? 'input',
    displayed: given.displayed ?? [],
    isArchived: false,
  };
  state.customFields.set(field.fieldId, field);
  return field;
}

export function listCustomFields(state: WorldState, propertyId: string): CustomFieldRecord[] {
  return [...state.customFields.values()].filter((field) => field.propertyId === propertyId);
}

/** What staff do in the settings. */
export function changeCustomField(
  state: WorldState,
  propertyId: string,
  { shortcode, ...changes }: CustomFieldChange,
): void {
  const field = listCustomFields(state, propertyId).find((one) => one.shortcode === shortcode);
  if (field === undefined) throw new Refusal('There is no custom field with this shortcode', 'not_found');
  Object.assign(field, customFieldChangeSchema.parse(changes));
}

/** Turns what was sent into values by shortcode, or refuses all of it. Writes nothing yet. */
export function readGuestValues(
  state: WorldState,
  propertyId: string,
  written: readonly WrittenValue[],
): ReadonlyMap<string, string> {
  const fields = listCustomFields(state, propertyId).filter(
    ({ applyTo, isArchived }) => applyTo === 'guest' && !isArchived,
  );
  return new Map(
    written.map(({ customFieldName, customFieldValue }, index) => {
      const field = fields.find(({ name }) => name === customFieldName);
      if (field === undefined) throw new Refusal(`customFieldName ${index} is not the name of a guest custom field`);
      if (Array.from(customFieldValue).length > field.maxCharacters) {
        throw new Refusal(`The value of ${field.name} is longer than ${field.maxCharacters} characters`);
      }
      if (hasPaymentDigits(customFieldValue)) {
        throw new Refusal(`The value of ${field.name} looks like unencrypted payment data`);
      }
      return [field.shortcode, customFieldValue];
    }),
  );
}
