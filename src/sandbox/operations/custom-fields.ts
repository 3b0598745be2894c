import { addCustomField, listCustomFields } from '../world/custom-fields.ts';
import type { Handler } from './operation.ts';

export const getCustomFields: Handler<'getCustomFields'> = ({ state, input, property }) => {
  const { customFieldID = null, shortcode = null } = input;
  const fields = listCustomFields(state, property.propertyId).filter(
    (field) =>
      !field.isArchived &&
      (customFieldID === null || field.fieldId === customFieldID) &&
      (shortcode === null || field.shortcode === shortcode),
  );
  const data = fields.map((field) => ({
    propertyID: field.propertyId,
    name: field.name,
    shortcode: field.shortcode,
    applyTo: field.applyTo,
    required: field.required,
    isPersonal: field.isPersonal,
    maxCharacters: field.maxCharacters,
    type: field.type,
    displayed: [...field.displayed],
  }));
  return { success: true, data };
};

export const postCustomField: Handler<'postCustomField'> = ({ state, input, property }) => {
  const { name, shortcode, isPersonal, applyTo, required, maxCharacters, type, displayed } = input;
  const field = addCustomField(state, property.propertyId, {
    ...{ name, shortcode, isPersonal },
    ...{ applyTo, required, maxCharacters, type, displayed },
  });
  return { success: true, data: { fieldID: field.fieldId, name: field.name, shortcode: field.shortcode } };
};
