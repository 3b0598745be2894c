import { z } from 'zod';
import type { ProviderManifest } from '../ports/check-provider.ts';
import { listPolicyProblems } from './policy-problems.ts';
import { namesProtectedAttribute, protectedAttributeMessage } from './protected-attributes.ts';
import { toSituationSchema } from './situation-schema.ts';

const dayMs = 86_400_000;
const highest = 1_000_000;

/** The form of a policy, as far as the given providers shape it. What hangs together is held together. */
export function toPolicySchema(manifests: readonly ProviderManifest[]) {
  const ids = manifests.map(({ id }) => id);
  return z
    .strictObject({
      name: z.string().min(1).max(60),
      version: z.string().min(1).max(60).describe('Change it with every change of the policy: screenings record it.'),
      providers: z
        .strictObject(Object.fromEntries(manifests.map((manifest) => [manifest.id, toRuleSchema(manifest).optional()])))
        .describe('By provider.'),
      otherwise: toRuleSchema().describe('For the providers that are not named.'),
      trust: z
        .strictObject({
          reasonCode: toReasonCodeSchema(),
          excuses: z.array(z.enum(ids)).describe('Providers whose possible and likely matches it excuses.'),
        })
        .describe('A finding with this reason code excuses matches that are not strong, and their points.'),
      points: toPointsSchema(ids).optional(),
      knownGuests: z
        .strictObject({
          onWithdrawn: z
            .enum(['review', 'flagged'])
            .describe('What it means that a person withdrew the verification of this guest. Default: review.'),
        })
        .optional(),
    })
    .superRefine((policy, context) => {
      for (const { path, message } of listPolicyProblems(policy)) context.addIssue({ code: 'custom', path, message });
    });
}

function toRuleSchema(manifest?: ProviderManifest) {
  const severity = z.enum(['review', 'flagged', 'points']);
  return z.strictObject({
    required: z.boolean().describe('Whether a check that could not be asked sends the guest to review.'),
    onMatch: z
      .strictObject({ possible: severity, likely: severity, strong: severity })
      .describe('What a match means, by how sure it is. `points`: nothing by itself, only its points.'),
    when: z
      .array(toSituationSchema())
      .min(1)
      .max(20)
      .optional()
      .describe('Asked only where one of these holds. Default: asked about everybody.'),
    reuseDays: toReuseSchema(manifest),
  });
}

function toReuseSchema(manifest: ProviderManifest | undefined) {
  const most = manifest === undefined ? 3_650 : Math.floor((manifest.reuseMs ?? 0) / dayMs);
  return z
    .int()
    .min(0)
    .max(most, `can shorten for how long an answer stands, never lengthen it: ${most} days at most`)
    .optional()
    .describe(
      'For how many days an answer may stand for a new one. 0: asked each time. Default: what the provider says.',
    );
}

function toPointsSchema(ids: readonly string[]) {
  const threshold = z.int().min(1).max(highest);
  const rule = z.strictObject({
    name: z.string().min(1).max(100).describe('What staff read beside the points.'),
    provider: z.enum(ids),
    result: z.enum(['clear', 'match', 'incomplete', 'pending', 'unavailable']).optional(),
    strength: z.enum(['possible', 'likely', 'strong']).optional().describe('Only of a match.'),
    reasonCode: toReasonCodeSchema().optional(),
    points: z.int().min(1).max(highest),
  });
  return z
    .strictObject({
      reviewAt: threshold.describe('Points in all from which a person should look.'),
      flaggedAt: threshold.describe('Points in all from which the guest is flagged.'),
      rules: z.array(rule).min(1).max(200),
    })
    .describe('Points for what is found, added up and held against two thresholds.');
}

function toReasonCodeSchema() {
  return z
    .string()
    .min(1)
    .max(100)
    .refine((code) => !namesProtectedAttribute(code), { message: protectedAttributeMessage });
}
