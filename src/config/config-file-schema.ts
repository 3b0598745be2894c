import { z } from 'zod';
import type { ProviderManifest, SettingDefinition } from '../ports/check-provider.ts';
import { toAlertSchema } from './alert-schema.ts';
import { spokenLanguage, toFormSchema } from './form-schema.ts';
import { toPolicySchema } from './policy-schema.ts';
import { toSignInSchema } from './sign-in-schema.ts';

export type ConfigFile = z.infer<ReturnType<typeof toConfigFileSchema>>;
export type PropertySection = NonNullable<ConfigFile['defaults']>;

/** The configuration file's form, as far as the given providers shape it. Unknown keys are problems everywhere. */
export function toConfigFileSchema(manifests: readonly ProviderManifest[]) {
  const section = toSectionSchema(manifests);
  return z
    .strictObject({
      $schema: z.string().optional().describe('Where an editor finds this schema; the service does not read it.'),
      signIn: toSignInSchema().optional().describe('How those who work here sign in, beside passwords.'),
      defaults: section.optional().describe('What holds for every property that says nothing else.'),
      properties: z
        .record(z.string().regex(/^[\w-]{1,64}$/), section)
        .optional()
        .describe('What differs for single properties, by the ID that the PMS gives them.'),
    })
    .meta({ title: 'Configuration of the guest-screening service' });
}

function toSectionSchema(manifests: readonly ProviderManifest[]) {
  return z.strictObject({
    writeBack: z
      .enum(['custom_fields', 'note', 'both'])
      .optional()
      .describe('How the PMS is told: in guest custom fields (the default), in one note per guest, or both.'),
    drift: z
      .enum(['repair', 'respect'])
      .optional()
      .describe(
        'What becomes of a field of ours that staff changed in the PMS: it is written again (repair, the default), or what they ' +
          'wrote stands until there is something new to say (respect).',
      ),
    language: spokenLanguage()
      .optional()
      .describe(
        'What is spoken to people whose own language is not known: to guests in forms and mails, and to the addresses of ' +
          '`alerts.mailTo`. Default: en. What stands in the PMS is English.',
      ),
    phoneCountry: z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 alpha-2 country code in capitals')
      .optional()
      .describe('The country of phone numbers that are written without a prefix.'),
    profiles: z
      .strictObject({
        group: z
          .string()
          .regex(/^[\w-]{1,64}$/, 'must be 1 to 64 letters, digits, _ or -')
          .optional()
          .describe(
            'Properties that name the same group share one card per guest, with its stays, notes and warnings. Only where all ' +
              'of them may know this of their guests; by default each property keeps its own.',
          ),
      })
      .optional(),
    policy: toPolicySchema(manifests)
      .optional()
      .describe('How findings become an outcome, and who is asked. It replaces the policy above it as a whole.'),
    form: toFormSchema().optional().describe('What guests are asked, and how; see docs/guest-form.md.'),
    alerts: toAlertSchema().optional().describe('Who is told of what the service cannot mend alone.'),
    providers: z
      .strictObject(Object.fromEntries(manifests.map((manifest) => [manifest.id, toProviderSchema(manifest)])))
      .optional(),
  });
}

function toProviderSchema(manifest: ProviderManifest) {
  const settings = Object.entries(manifest.settings).map(
    ([name, definition]) => [name, toSettingSchema(definition).optional()] as const,
  );
  return z
    .strictObject({
      enabled: z
        .boolean()
        .optional()
        .describe(`Whether it is asked; ${manifest.isOnByDefault === false ? 'not' : 'it is'} by default.`),
      settings: z.strictObject(Object.fromEntries(settings)).optional(),
    })
    .optional()
    .describe(manifest.description);
}

function toSettingSchema(definition: SettingDefinition): z.ZodType<boolean | number | string> {
  const about = {
    description: definition.description,
    ...(definition.isSecret ? {} : { default: definition.default }),
  };
  switch (definition.type) {
    case 'boolean':
      return z.boolean().meta(about);
    case 'string':
      return z.string().meta(about);
    case 'number': {
      const least = definition.minimum === undefined ? z.number() : z.number().min(definition.minimum);
      return (definition.maximum === undefined ? least : least.max(definition.maximum)).meta(about);
    }
  }
}
