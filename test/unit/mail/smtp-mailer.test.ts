import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createSmtpMailer } from '../../../src/mail/smtp-mailer.ts';
import type { Mail, Mailer, SmtpServer } from '../../../src/ports/mail.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';

const from = 'welcome@hotel.example';
const mail: Mail = {
  to: 'ingrid.solheim@post.example',
  fromName: 'Hotel Miradouro',
  subject: 'A few details',
  text: 'Dear Ingrid',
  html: '<p>Dear Ingrid</p>',
  language: 'en',
  key: 'invitation.1.f-1',
  stopUrl: 'https://screening.example/mail/stop/f-1.abc',
};
const signal = new AbortController().signal;

describe('the SMTP mailer', () => {
  let server: MailServer;
  let mailers: Mailer[] = [];

  beforeEach(async () => {
    server = await startMailServer();
  });

  afterEach(async () => {
    for (const mailer of mailers) mailer.close();
    mailers = [];
    await server.close();
  });

  function createMailer(changes: Partial<SmtpServer> = {}, deadlineMs?: number): Mailer {
    const local = { host: '127.0.0.1', port: server.port, isSecure: false, needsTls: false, ...changes };
    const mailer = createSmtpMailer({ server: local, from, ...(deadlineMs !== undefined && { deadlineMs }) });
    mailers.push(mailer);
    return mailer;
  }

  it('sends text and markup under the name of the property, from the address of the service', async () => {
    await createMailer().send({ ...mail, replyTo: 'desk@hotel.example' }, signal);
    const [caught] = server.caught;
    expect(caught).toMatchObject({ from, recipients: [mail.to] });
    expect(caught?.parsed.from?.value).toEqual([{ name: 'Hotel Miradouro', address: from }]);
    expect(caught?.parsed.replyTo?.value).toEqual([{ name: '', address: 'desk@hotel.example' }]);
    expect(caught?.parsed.text?.trim()).toBe('Dear Ingrid');
    expect(caught?.parsed.html).toContain('<p>Dear Ingrid</p>');
  });

  it('says that it writes by itself, how to end it with one request, and which message it is', async () => {
    await createMailer().send(mail, signal);
    const headers = server.caught[0]?.raw.split('\r\n\r\n')[0]?.replace(/\r\n\s+/g, ' ') ?? '';
    expect(headers).toContain('Auto-Submitted: auto-generated');
    expect(headers).toContain('List-Unsubscribe: <https://screening.example/mail/stop/f-1.abc>');
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(headers).toContain('Message-ID: <invitation.1.f-1@hotel.example>');
    expect(headers).toContain('Content-Language: en');
  });

  it('sends the same message again under the same Message-ID', async () => {
    const mailer = createMailer();
    await mailer.send(mail, signal);
    await mailer.send(mail, signal);
    expect(new Set(server.caught.map(({ parsed }) => parsed.messageId)).size).toBe(1);
  });

  it.each([
    ['subject', { subject: 'Hello\r\nBcc: everybody@example.org\r\n\r\nBuy now' }],
    ['sender', { fromName: 'Hotel"\r\nBcc: everybody@example.org' }],
    ['key', { key: 'x>\r\nBcc: everybody@example.org' }],
    ['reply address', { replyTo: 'a@b.example\r\nBcc: everybody@example.org' }],
  ])('lets no header in by the %s', async (_part, changes) => {
    await createMailer().send({ ...mail, ...changes }, signal);
    const [caught] = server.caught;
    expect(caught?.recipients).toEqual([mail.to]);
    expect(caught?.parsed.headers.has('bcc')).toBe(false);
    expect(caught?.parsed.text?.trim()).toBe('Dear Ingrid');
  });

  it.each(['a@b.example\r\nRCPT TO:<c@d.example>', 'a@b.example,c@d.example', 'Anna <a@b.example>', ''])(
    'sends nothing to %j, which is no address',
    async (to) => {
      await expect(createMailer().send({ ...mail, to }, signal)).rejects.toMatchObject({ code: 'mail_refused' });
      expect(server.caught).toEqual([]);
    },
  );

  it.each([
    [450, 'mail_deferred'],
    [452, 'mail_deferred'],
    [421, 'mail_unreachable'],
    [550, 'mail_refused'],
    [554, 'mail_refused'],
  ])('tells %d as %s, without the words of the server', async (status, code) => {
    server.refuseNext({ status });
    const sending = createMailer().send(mail, signal);
    await expect(sending).rejects.toMatchObject({ code, facts: { smtpStatus: status } });
    await sending.catch((error: unknown) => expect(String(error)).not.toContain('ingrid'));
  });

  it('says that the server cannot be reached where nothing listens', async () => {
    const { port } = server;
    const mailer = createMailer({ port });
    await server.close();
    await expect(mailer.send(mail, signal)).rejects.toMatchObject({ code: 'mail_unreachable' });
    server = await startMailServer();
  });

  it('gives up a server that does not answer in time', async () => {
    server.onMail(() => new Promise(() => undefined));
    await expect(createMailer({}, 200).send(mail, signal)).rejects.toMatchObject({ code: 'mail_unreachable' });
  });

  it('ends with the reason of whoever calls it off', async () => {
    const ending = new AbortController();
    server.onMail(() => {
      ending.abort(new Error('the service stops'));
      return new Promise(() => undefined);
    });
    await expect(createMailer().send(mail, ending.signal)).rejects.toThrow('the service stops');
  });

  it('sends nothing in the open where TLS is needed', async () => {
    const mailer = createMailer({ needsTls: true });
    await expect(mailer.send(mail, signal)).rejects.toMatchObject({ code: 'mail_unauthorized' });
    expect(server.caught).toEqual([]);
  });

  it('says that its user is not let in', async () => {
    const closed = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => callback(new Error('Wrong password')),
    });
    const mailer = createMailer({ port: closed.port, user: 'me', password: 'wrong' });
    await expect(mailer.send(mail, signal)).rejects.toMatchObject({ code: 'mail_unauthorized' });
    await closed.close();
  });
});
