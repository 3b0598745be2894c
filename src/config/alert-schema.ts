import { z } from 'zod';
import { isMailAddress } from '../domain/mail/safe-text.ts';
import type { AlertHook } from '../ports/alerts.ts';

/** Who is told of a property's alerts, beside the log. */
export interface AlertConfig {
  readonly hook: AlertHook | undefined;
  readonly mailTo: readonly string[];
}

type AlertSection = z.infer<ReturnType<typeof toAlertSchema>>;

export function toAlertSchema() {
  return z.strictObject({
    webhook: z
      .strictObject({
        url: hookUrl().describe(
          'Where alerts are posted, signed; see docs/operating.md. https, unless `private` is set.',
        ),
        secret: hookSecret().describe(
          'What the signature is made with, e.g. from `openssl rand -hex 32`; `new,old` while it is being changed.',
        ),
        private: z
          .boolean()
          .optional()
          .describe(
            'Whether it lies in your own network. Not by default: then only addresses of the public internet are gone to.',
          ),
      })
      .refine(({ url, private: isPrivate }) => isPrivate === true || url.startsWith('https:'), {
        path: ['url'],
        message: 'must be https, unless `private` is set',
      })
      .optional()
      .describe('In place of ALERT_WEBHOOK_URL.'),
    mailTo: z
      .array(z.string().refine(isMailAddress, 'must be one e-mail address, without a name'))
      .max(20)
      .optional()
      .describe('Addresses that alerts are mailed to, beside those of managers who want it. SMTP_URL must be set.'),
  });
}

export function toAlertConfig(sections: readonly (AlertSection | undefined)[]): AlertConfig {
  const webhook = sections.map((section) => section?.webhook).find((found) => found !== undefined);
  return {
    hook: webhook && { url: webhook.url, secret: webhook.secret, isPrivateAllowed: webhook.private ?? false },
    mailTo: sections.map((section) => section?.mailTo).find((found) => found !== undefined) ?? [],
  };
}

export function hookUrl() {
  return z.string().refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return (url?.protocol === 'https:' || url?.protocol === 'http:') && url.username === '' && url.password === '';
  }, 'must be an http or https URL without user and password');
}

export function hookSecret() {
  return z.string().min(24, 'must have at least 24 characters');
}
