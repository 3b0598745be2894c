import { timingSafeEqual } from 'node:crypto';
import type { MailStopLinks } from '../../ports/mail.ts';
import { createKeyedDigest, deriveKey } from '../keys.ts';

/** `{form id}.{keyed digest}`: nobody can end the mails of somebody else's form by writing down its id. */
export function createMailStopLinks(secretKey: Buffer, publicUrl: string): MailStopLinks {
  const digest = createKeyedDigest(deriveKey(secretKey, 'mail-stop'));
  return {
    toUrl: (formId) => `${publicUrl}/mail/stop/${formId}.${digest(formId).toString('base64url')}`,
    findFormId(token) {
      const found = /^([\w-]{1,64})\.([\w-]{43})$/.exec(token);
      const [, formId = '', proof = ''] = found ?? [];
      const isGenuine = found !== null && timingSafeEqual(Buffer.from(proof, 'base64url'), digest(formId));
      return isGenuine ? formId : undefined;
    },
  };
}
