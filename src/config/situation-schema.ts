import { z } from 'zod';

/** Everything that a situation may name: what was booked, how and by whom the property knows; see docs/policy.md. */
export function toSituationSchema() {
  return z
    .strictObject({
      source: z
        .strictObject({ oneOf: toNamesSchema().optional(), noneOf: toNamesSchema().optional() })
        .refine(saysSomething, saysNothing)
        .optional()
        .describe('Booking sources, as the PMS names them; case does not matter.'),
      leadTimeDays: toRangeSchema(1_000).optional().describe('Days from booking to arrival.'),
      nights: toRangeSchema(1_000).optional(),
      partySize: toRangeSchema(1_000).optional().describe('Adults and children.'),
      role: z.enum(['main_guest', 'companion']).optional(),
      guest: z.enum(['new', 'known']).optional().describe('Known: an earlier stay of this person was cleared here.'),
    })
    .refine(saysSomething, saysNothing)
    .describe('Holds where everything that it names holds. What is not known counts as met.');
}

const saysNothing = 'says nothing: leave it out';

function saysSomething(value: object): boolean {
  return Object.values(value).some((part) => part !== undefined);
}

function toNamesSchema() {
  return z.array(z.string().min(1).max(100)).min(1).max(100);
}

function toRangeSchema(highest: number) {
  const bound = z.int().min(0).max(highest).optional();
  return z
    .strictObject({ atLeast: bound, atMost: bound })
    .refine(saysSomething, saysNothing)
    .refine(({ atLeast = 0, atMost = highest }) => atLeast <= atMost, 'atLeast is greater than atMost');
}
