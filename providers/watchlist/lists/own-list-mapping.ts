import { z } from 'zod';

const column = z.string().trim().min(1).max(200);

/**
 * Which column of a property's own CSV holds what. Either `name`, or `family` with or without `given`; the rest as
 * far as there is such a column.
 */
export const ownListMappingSchema = z
  .strictObject({
    /** The person's number or other id; rows with the same one speak of the same person. Without it, name and birth date are it. */
    id: column.optional(),
    name: column.optional(),
    given: column.optional(),
    family: column.optional(),
    /** Other names, parted by `;` or `|`. */
    aliases: column.optional(),
    birthDate: column.optional(),
    birthPlace: column.optional(),
    /** Nationalities by name or ISO code, parted by `;`, `|` or `,`. */
    countries: column.optional(),
    gender: column.optional(),
    documentNumber: column.optional(),
    documentType: column.optional(),
    /** Why the person is on the list; shown as its programme. */
    reason: column.optional(),
    listedOn: column.optional(),
    /** How `03/04/1970` is meant. */
    dateOrder: z.enum(['day-first', 'month-first']).default('day-first'),
  })
  .refine((mapping) => mapping.name !== undefined || mapping.family !== undefined, {
    message: 'either name or family must say which column holds the name',
  });

export type OwnListMapping = z.infer<typeof ownListMappingSchema>;

/** The columns that a mapping names, each once. */
export function columnsOf(mapping: OwnListMapping): readonly string[] {
  const columns = Object.entries(mapping).flatMap(([field, name]) =>
    field === 'dateOrder' || name === undefined ? [] : [name],
  );
  return [...new Set(columns)];
}
