import { z } from 'zod';
import { isMailAddress } from '../domain/mail/safe-text.ts';
import { defaultFormSettings, type FormSettings, formTopics } from '../domain/form/form-settings.ts';
import { languages } from '../i18n/languages.ts';

const id = () => z.string().regex(/^[a-z][a-z0-9_]{0,29}$/, 'must be lower case letters, digits and _, 30 at most');
const text = () =>
  z.record(z.string().regex(/^[a-z]{2}$/, 'must be a language, e.g. en'), z.string().min(1).max(2_000));
export const spokenLanguage = () => z.enum(languages, `must be one of ${languages.join(', ')}`);
const httpsUrl = () =>
  z
    .string()
    .max(500)
    .regex(/^https:\/\/[\w.-]+(?::\d+)?(?:\/\S*)?$/, 'must be an https address');
const standard = defaultFormSettings;

export type FormSection = z.infer<ReturnType<typeof toFormSchema>>;

/** The form of `form` in the configuration file. */
export function toFormSchema() {
  return z.strictObject({
    ask: z
      .enum(['never', 'when_needed', 'always'])
      .optional()
      .describe(
        `Whom a link is opened for: nobody, guests of whom a check needs more than the booking holds, or everybody. Default: ${standard.ask}.`,
      ),
    fields: toFieldsSchema().optional(),
    genderRequired: z.boolean().optional().describe('The law wants it: gender is asked of every guest, and required.'),
    secondFactor: z
      .enum(['none', 'arrival_date', 'last_name'])
      .optional()
      .describe('What a guest shows besides the link. Default: none.'),
    mayOverwrite: z
      .strictObject({ names: z.boolean().optional(), email: z.boolean().optional() })
      .optional()
      .describe(
        'Whether names and e-mail from the form take the place of those in the PMS. Default: no; they go into custom fields, and are what is screened.',
      ),
    questions: z
      .array(toQuestionSchema())
      .max(12)
      .refine(hasDistinctIds, 'must have different ids')
      .optional()
      .describe('Questions of the property’s own; the answers go into guest custom fields.'),
    look: toLookSchema().optional(),
    privacyNotice: toNoticeSchema().optional(),
    marketing: z.boolean().optional().describe('Whether consent to marketing is asked for, unticked. Default: no.'),
    documentUpload: z
      .boolean()
      .optional()
      .describe('Whether a picture of the document can be sent on to the PMS; it is not kept here. Default: no.'),
    companions: z.boolean().optional().describe('Whether bookers name their companions. Default: yes.'),
    reminders: z
      .strictObject({
        most: z.number().int().min(0).max(10).optional(),
        afterHours: z.number().min(1).max(720).optional(),
      })
      .optional()
      .describe(
        `Mails after the first. Default: ${standard.reminders.most}, ${standard.reminders.afterHours} h apart.`,
      ),
    mail: toMailSchema().optional(),
  });
}

function toMailSchema() {
  return z
    .strictObject({
      invitations: z.boolean().optional().describe('Whether guests are sent links to their forms. Default: yes.'),
      thanks: z.boolean().optional().describe('Whether guests are thanked for a form. Default: no.'),
      replyTo: z
        .string()
        .refine(isMailAddress, 'must be one e-mail address, without a name')
        .optional()
        .describe('Where answers of guests go. Default: MAIL_FROM.'),
      language: spokenLanguage()
        .optional()
        .describe('Of mails to guests whose own is not known. Default: the property’s `language`.'),
    })
    .describe('Mails to guests; they need SMTP_URL.');
}

function toFieldsSchema() {
  const requirement = z.enum(['required', 'optional', 'off']).optional();
  return z
    .strictObject(
      Object.fromEntries(
        formTopics.map((topic) => [topic, requirement.describe(`Default: ${standard.fields[topic]}.`)]),
      ),
    )
    .describe(
      'What is asked. What the PMS has is not asked again; what is off is not asked even where a check needs it.',
    );
}

function toQuestionSchema() {
  return z.strictObject({
    id: id().describe('The custom field’s shortcode is form_ and this.'),
    name: z.string().min(1).max(60).describe('What the custom field is called in the PMS.'),
    text: text(),
    isRequired: z.boolean().default(false),
    choices: z
      .array(z.strictObject({ id: id(), text: text() }))
      .min(2)
      .max(20)
      .refine(hasDistinctIds, 'must have different ids')
      .optional(),
  });
}

function toLookSchema() {
  return z.strictObject({
    name: z.string().min(1).max(80).optional().describe('Default: the property’s name in the PMS.'),
    colour: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #1a4f8b')
      .optional(),
    logoUrl: httpsUrl().optional(),
  });
}

function toNoticeSchema() {
  return z.strictObject({
    version: z
      .string()
      .min(1)
      .max(40)
      .describe('Recorded with each consent: change it with every change of the texts.'),
    controller: z.string().min(1).max(200).optional(),
    url: httpsUrl().optional(),
    text: text().optional().describe('By language, in place of the built-in text.'),
    purposes: z
      .array(z.strictObject({ id: id(), text: text() }))
      .max(8)
      .refine(hasDistinctIds, 'must have different ids')
      .refine(hasNoReservedId, 'must not be called privacy or marketing')
      .default([])
      .describe('Further consents, each on its own, unticked and optional.'),
  });
}

function hasDistinctIds(items: readonly { readonly id: string }[]): boolean {
  return new Set(items.map((item) => item.id)).size === items.length;
}

function hasNoReservedId(items: readonly { readonly id: string }[]): boolean {
  return items.every((item) => item.id !== 'privacy' && item.id !== 'marketing');
}

/** The nearest section that says something has its way, key by key; lists and the notice as a whole. */
export function toFormSettings(sections: readonly (FormSection | undefined)[]): FormSettings {
  const settings = [...sections]
    .reverse()
    .filter((section) => section !== undefined)
    .reduce<object>(layOver, { ...defaultFormSettings });
  return settings as FormSettings;
}

const laidOver = ['fields', 'mayOverwrite', 'look', 'reminders', 'mail'] as const;

function layOver(below: object, section: FormSection): object {
  const nested = laidOver.flatMap((key) => {
    const given = section[key];
    return given === undefined ? [] : [[key, { ...(below as FormSettings)[key], ...given }] as const];
  });
  return { ...below, ...section, ...Object.fromEntries(nested) };
}
