import { isServiceError, ServiceError } from '../../domain/errors.ts';
import type { Logger } from '../../ports/logger.ts';
import type { GuestFieldDefinition, PmsCall } from '../../ports/pms.ts';
import type { FieldSetup, KnownFields } from './field-setup.ts';
import { guestFieldDefinitions } from './guest-field-definitions.ts';
import type { HttpDoor } from './http-door.ts';
import { toScope } from './listings.ts';
import { isFields, readCount, readText } from './loose-values.ts';
import type { Parameters, Row } from './operations.ts';

/**
 * Reads a property's guest fields and creates those of ours that are missing, each found by its shortcode. Whatever came
 * of a creation, the fields are read again: one whose answer was lost may be there, and so may one that another process
 * made in the meantime. What is still missing then was refused, as a field is that staff archived: its shortcode is taken.
 */
export function createGuestFieldSetup(door: HttpDoor, logger: Logger): (call: PmsCall) => Promise<FieldSetup> {
  return async (call) => {
    let fields = await readFields(call);
    let missing = findMissing(fields);
    while (missing.length > 0) {
      const failure = await createEach(missing, call);
      fields = await readFields(call);
      const left = findMissing(fields);
      if (left.length < missing.length) {
        missing = left;
        continue;
      }
      const refusal = failure ?? toUnseen(missing, call);
      if (refusal.code !== 'pms_refused') throw refusal;
      return { fields, refusal };
    }
    return { fields };
  };

  async function readFields(call: PmsCall): Promise<KnownFields> {
    const { propertyId } = call.property;
    const { body } = await door.ask('getCustomFields', { propertyID: propertyId }, toScope(call));
    if (!Array.isArray(body.data)) throw new ServiceError('pms_bad_answer', { reason: 'no_rows', propertyId });
    const found = body.data.flatMap(toOurField);
    return new Map(found.map((field) => [field.shortcode, field]));
  }

  /** Answers the first failure. One that is refused does not keep the others from being made. */
  async function createEach(
    missing: readonly GuestFieldDefinition[],
    call: PmsCall,
  ): Promise<ServiceError | undefined> {
    const { propertyId } = call.property;
    let refusal: ServiceError | undefined;
    for (const definition of missing) {
      const { shortcode } = definition;
      try {
        await door.ask('postCustomField', toForm(definition, propertyId), toScope(call));
        logger.info('pms.field_created', { propertyId, shortcode });
      } catch (error) {
        if (!isServiceError(error)) throw error;
        const failure = new ServiceError(error.code, { ...error.facts, shortcode });
        if (error.code !== 'pms_refused') return failure;
        refusal ??= failure;
      }
    }
    return refusal;
  }
}

function findMissing(fields: KnownFields): readonly GuestFieldDefinition[] {
  return guestFieldDefinitions.filter(({ shortcode }) => !fields.has(shortcode));
}

function toUnseen([first]: readonly GuestFieldDefinition[], call: PmsCall): ServiceError {
  const { propertyId } = call.property;
  return new ServiceError('pms_bad_answer', { reason: 'field_not_listed', propertyId, shortcode: first?.shortcode });
}

/** For staff only: not in the booking engine, where guests read, nor on the card, which they sign. */
function toForm(definition: GuestFieldDefinition, propertyId: string): Parameters<'postCustomField'> {
  return {
    propertyID: propertyId,
    ...definition,
    applyTo: 'guest',
    required: false,
    isPersonal: true,
    type: 'input',
    displayed: ['reservation'],
  };
}

/** Those of the guest fields that are ours. */
export function toOurFields(rows: unknown): readonly GuestFieldDefinition[] {
  return Array.isArray(rows) ? rows.flatMap(toOurField) : [];
}

function toOurField(row: unknown): readonly GuestFieldDefinition[] {
  if (!isFields(row)) return [];
  const field: Row<'CustomField'> = row;
  const definition = guestFieldDefinitions.find(({ shortcode }) => shortcode === readText(field.shortcode));
  if (definition === undefined || readText(field.applyTo) !== 'guest' || typeof field.name !== 'string') return [];
  return [
    { ...definition, name: field.name, maxCharacters: readCount(field.maxCharacters) ?? definition.maxCharacters },
  ];
}
