import { everyProperty, isAtLeast, toRoleAt } from '../../domain/access.ts';
import type { Alert, AlertMailFacts } from '../../ports/alerts.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Mail, Mailer } from '../../ports/mail.ts';
import type { Rows, Store } from '../../ports/store.ts';
import type { User } from '../../ports/users.ts';
import type { AlertMessage, AlertSender } from './deliver-alert.ts';

export interface MailAlertParts {
  readonly store: Store;
  readonly logger: Logger;
  readonly mailer: Mailer;
  readonly toMail: (facts: AlertMailFacts) => Mail;
  /** Addresses that are told of a property's alerts, or of those of the whole service. */
  readonly mailToFor: (propertyId: string | null) => readonly string[];
  /** What these read. */
  readonly languageFor: (propertyId: string | null) => string | undefined;
  readonly toPageUrl: (alert: Alert) => string;
}

/**
 * Writes to each address that the configuration names, and to each manager of the place who wants it. A recipient is
 * `user-<id>`, or `address-<n>`, the place in the configuration: an address is in no job and no log.
 */
export function createMailAlert(parts: MailAlertParts): AlertSender {
  const { store, mailer, logger } = parts;
  return {
    async listRecipients(rows, { propertyId }) {
      const users = await listReaders(rows, propertyId);
      const addresses = parts.mailToFor(propertyId).map((_address, index) => `address-${index}`);
      return [...addresses, ...users.map(({ id }) => `user-${id}`)];
    },
    async send(message, { signal }) {
      const facts = await store.read((rows) => findFacts(rows, message, parts));
      if (facts === undefined) return;
      await mailer.send(parts.toMail(facts), signal);
      logger.info('alert.mailed', { alertId: message.alert.id, phase: message.phase, recipient: message.recipient });
    },
  };
}

const pageSize = 100;

/** Managers of the property, or of all properties where it concerns the whole service. */
async function listReaders(rows: Rows, propertyId: string | null): Promise<readonly User[]> {
  const readers: User[] = [];
  for (let afterNo: number | undefined; ;) {
    const page = await rows.users.list({ limit: pageSize, ...(afterNo !== undefined && { afterNo }) });
    readers.push(...page.map(({ item }) => item).filter((user) => isReader(user, propertyId)));
    afterNo = page.at(-1)?.no;
    if (page.length < pageSize || afterNo === undefined) return readers;
  }
}

function isReader({ state, wantsAlertMails, grants }: User, propertyId: string | null): boolean {
  return (
    state === 'active' &&
    wantsAlertMails === true &&
    isAtLeast(toRoleAt(grants, propertyId ?? everyProperty), 'manager')
  );
}

/** `undefined` for somebody who is not to be told any more. */
async function findFacts(
  rows: Rows,
  { alert, phase, key, recipient = '' }: AlertMessage,
  parts: MailAlertParts,
): Promise<AlertMailFacts | undefined> {
  const reader = await findReader(rows, recipient, { ...parts, alert });
  if (reader === undefined) return undefined;
  const property = alert.propertyId === null ? undefined : await rows.properties.find(alert.propertyId);
  return {
    ...{ ...reader, alert, phase, key, url: parts.toPageUrl(alert) },
    ...(property && { propertyName: property.name }),
    timeZone: property?.timeZone ?? 'UTC',
  };
}

async function findReader(
  rows: Rows,
  recipient: string,
  { alert, mailToFor, languageFor }: Pick<MailAlertParts, 'mailToFor' | 'languageFor'> & { readonly alert: Alert },
): Promise<Pick<AlertMailFacts, 'to' | 'language'> | undefined> {
  const [, kind, id = ''] = /^(address|user)-(.+)$/.exec(recipient) ?? [];
  if (kind === 'address') {
    const to = mailToFor(alert.propertyId)[Number(id)];
    return to === undefined ? undefined : toReader(to, languageFor(alert.propertyId));
  }
  const user = await rows.users.find(id);
  if (user === undefined || !isReader(user, alert.propertyId)) return undefined;
  return toReader(user.email, user.language);
}

function toReader(to: string, language: string | undefined): Pick<AlertMailFacts, 'to' | 'language'> {
  return { to, ...(language !== undefined && { language }) };
}
