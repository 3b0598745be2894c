import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** What came in, as it came and as a mail program reads it. */
export interface CaughtMail {
  readonly from: string;
  readonly recipients: readonly string[];
  readonly raw: string;
  readonly parsed: ParsedMail;
}

export interface MailServer {
  readonly port: number;
  readonly caught: readonly CaughtMail[];
  /** What the next messages are answered with, in order; then they are taken. */
  refuseNext(...answers: readonly { readonly status: number; readonly message?: string }[]): void;
  /** Called with each message before it is answered. */
  onMail(listener: (mail: CaughtMail) => void | Promise<void>): void;
  close(): Promise<void>;
}

/** A real SMTP server on this machine that takes everything. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const caught: CaughtMail[] = [];
  const refusals: { readonly status: number; readonly message?: string }[] = [];
  const listeners: ((mail: CaughtMail) => void | Promise<void>)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    ...options,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void (async () => {
          const refusal = refusals.shift();
          if (refusal) {
            callback(toRefusal(refusal));
            return;
          }
          const raw = Buffer.concat(chunks).toString('utf8');
          const { mailFrom, rcptTo } = session.envelope;
          const mail = {
            from: mailFrom === false ? '' : mailFrom.address,
            recipients: rcptTo.map(({ address }) => address),
            raw,
            parsed: await simpleParser(raw),
          };
          caught.push(mail);
          for (const listener of listeners) await listener(mail);
          callback();
        })();
      });
    },
  });
  server.on('error', () => undefined); // clients that hang up are part of some tests
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    caught,
    refuseNext: (...answers) => void refusals.push(...answers),
    onMail: (listener) => void listeners.push(listener),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function toRefusal({
  status,
  message = 'No, says the server of ingrid.solheim@post.example',
}: {
  status: number;
  message?: string;
}) {
  return Object.assign(new Error(message), { responseCode: status });
}
