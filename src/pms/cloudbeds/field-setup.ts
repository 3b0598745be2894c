import type { ServiceError } from '../../domain/errors.ts';
import type { ShownField } from '../../domain/shown-fields.ts';
import type { GuestFieldDefinition } from '../../ports/pms.ts';

/** Our guest fields as a property has them now: what they are called there, and how much they hold. */
export type KnownFields = ReadonlyMap<ShownField, GuestFieldDefinition>;

export interface FieldSetup {
  readonly fields: KnownFields;
  /** Why some are missing that could not be made. */
  readonly refusal?: ServiceError;
}
