import { createTransport } from 'nodemailer';
import { ServiceError } from '../domain/errors.ts';
import { isMailAddress, toSingleLine } from '../domain/mail/safe-text.ts';
import type { Mail, Mailer, SmtpServer } from '../ports/mail.ts';
import { toMailError } from './smtp-failure.ts';

export interface SmtpMailerParts {
  readonly server: SmtpServer;
  /** The address that all mail comes from. */
  readonly from: string;
  /** Of one message, connecting included. */
  readonly deadlineMs?: number;
}

const defaultDeadlineMs = 60_000;
const connectMs = 10_000;
const silenceMs = 30_000;

/** Mail over SMTP, its few connections kept open between messages. */
export function createSmtpMailer({ server, from, deadlineMs = defaultDeadlineMs }: SmtpMailerParts): Mailer {
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    maxMessages: 100,
    host: server.host,
    port: server.port,
    secure: server.isSecure,
    requireTLS: server.needsTls && !server.isSecure,
    // Where TLS is not needed, a certificate that nobody vouches for is better than none.
    tls: { rejectUnauthorized: server.needsTls },
    opportunisticTLS: !server.needsTls,
    ...(server.user !== undefined && { auth: { user: server.user, pass: server.password ?? '' } }),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail, signal) {
      if (!isMailAddress(mail.to)) throw new ServiceError('mail_refused', { reason: 'address_malformed' });
      const ending = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
      try {
        await transport.sendMail({ ...toMessage(mail, from), signal: ending });
      } catch (error) {
        signal.throwIfAborted(); // its reason says whose end it was: ours, not the server's
        throw toMailError(error);
      }
    },
    async verify(signal) {
      try {
        await Promise.race([transport.verify(), whenAborted(signal)]);
      } catch (error) {
        signal.throwIfAborted();
        throw toMailError(error);
      }
    },
    close: () => transport.close(),
  };
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** Who answers automatically is asked not to, by RFC 3834 and by Exchange's own word. */
const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

function toMessage(mail: Mail, from: string) {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const replyTo = mail.replyTo !== undefined && isMailAddress(mail.replyTo) ? mail.replyTo : undefined;
  return {
    envelope: { from, to: [mail.to] },
    from: { name: toSingleLine(mail.fromName, 80), address: from },
    to: { name: '', address: mail.to },
    ...(replyTo !== undefined && { replyTo: { name: '', address: replyTo } }),
    subject: toSingleLine(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.key.replace(/[^\w.-]/g, '_')}@${domain}>`,
    headers: { ...automatic, 'Content-Language': mail.language, ...toStopHeaders(mail.stopUrl) },
  };
}

function toStopHeaders(stopUrl: string | undefined): Readonly<Record<string, string>> {
  if (stopUrl === undefined) return {};
  return {
    'List-Unsubscribe': `<${stopUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
