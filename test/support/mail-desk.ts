import { randomBytes } from 'node:crypto';
import { defaultFormSettings, type FormSettings } from '../../src/domain/form/form-settings.ts';
import { emptyContent, type FormContent } from '../../src/domain/form/form-content.ts';
import type { FormMailKind } from '../../src/domain/mail/mail-kinds.ts';
import type { Subject } from '../../src/domain/subject.ts';
import { mailWriter } from '../../src/mail/mail-writer.ts';
import { createSmtpMailer } from '../../src/mail/smtp-mailer.ts';
import type { ClaimedJob } from '../../src/ports/jobs.ts';
import type { Store } from '../../src/ports/store.ts';
import { askByMail } from '../../src/screening/mail/ask-by-mail.ts';
import { createSendFormMail } from '../../src/screening/mail/send-form-mail.ts';
import { createStopMails, type StopMails } from '../../src/screening/mail/stop-mails.ts';
import { createFormLinks } from '../../src/store/form/form-links.ts';
import { createMailStopLinks } from '../../src/store/mail/mail-stop-links.ts';
import { openStore } from '../../src/store/open-store.ts';
import { addScreened, at, toSubject } from '../contract/store-fixtures.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

/** The writing of mails over a real store and a real mail server, with a clock that tests set. */
export interface MailDesk {
  readonly store: Store;
  readonly server: MailServer;
  readonly stopMails: StopMails;
  readonly logged: readonly string[];
  settings: FormSettings;
  now: string;
  /** Between what the mail server took and its record: throws, as a process that dies. */
  diesBeforeRecord: boolean;
  /** With the form `f1` of the subject, which is asked by mail. */
  invite(kind?: FormMailKind, changes?: Parameters<typeof toSubject>[0]): Promise<Subject>;
  /** A companion `f2` of the form `f1`, whom the PMS does not know. */
  addCompanion(content: Partial<FormContent>): Promise<void>;
  /** Makes a mail about `f1` due. */
  ask(kind: FormMailKind): Promise<void>;
  addForm(subject: Subject, content?: Partial<FormContent>): Promise<void>;
  /** Runs every job that is due; answers the errors. */
  work(): Promise<readonly unknown[]>;
  stopToken(): string;
  listEvents(subject: Subject): Promise<readonly string[]>;
  close(): Promise<void>;
}

const property = { id: 'P1', name: 'Hotel Miradouro', timeZone: 'Europe/Lisbon', webhookSecret: 'secret' };

export async function openMailDesk(): Promise<MailDesk> {
  const secretKey = randomBytes(32);
  const store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey });
  const server = await startMailServer();
  const mailer = createSmtpMailer({
    server: { host: '127.0.0.1', port: server.port, isSecure: false, needsTls: false },
    from: 'welcome@hotel.example',
  });
  await store.transaction((rows) => rows.properties.save(property));
  const logged: string[] = [];
  const log = (event: string, facts = {}) => void logged.push(`${event} ${JSON.stringify(facts)}`);
  const stopLinks = createMailStopLinks(secretKey, 'https://screening.example');
  const links = createFormLinks(secretKey, 'https://screening.example');
  const forms = { settingsFor: () => desk.settings, links };
  const clock = { now: () => desk.now };
  const watched: Store = {
    ...store,
    transactionUnder: (lease, work) =>
      store.transactionUnder(lease, async (rows) => {
        const result = await work(rows);
        if (desk.diesBeforeRecord) throw new Error('killed');
        return result;
      }),
  };
  const parts = { store: watched, clock, forms, stopLinks };
  const send = createSendFormMail({
    ...parts,
    mailer,
    writer: mailWriter,
    logger: { debug: log, info: log, warn: log, error: log },
  });
  const work = async (): Promise<readonly unknown[]> => {
    const [now, leaseUntil] = [desk.now, new Date(Date.parse(desk.now) + 60_000).toISOString()];
    const query = { kinds: ['send-form-mail'], limit: 10, now, leaseUntil } as const;
    const jobs = await store.transaction((rows) => rows.jobs.claim(query));
    const errors: unknown[] = [];
    for (const job of jobs as readonly ClaimedJob<'send-form-mail'>[]) {
      const { signal } = new AbortController();
      const context = { lease: job, attempt: job.attempt, isLastAttempt: false, signal };
      const error: unknown = await send(job.payload, context).then(
        () => undefined,
        (caught: unknown) => caught,
      );
      await store.transaction((rows) =>
        error === undefined ? rows.jobs.complete(job) : rows.jobs.retry(job, { runAt: now, errorCode: 'bug' }),
      );
      if (error !== undefined) errors.push(error);
    }
    return errors;
  };
  const addForm = (subject: Subject, content: Partial<FormContent> = {}) =>
    store.transaction((rows) =>
      rows.forms.add({
        ...subject,
        id: 'f1',
        generation: 1,
        openedAt: desk.now,
        token: links.toToken('f1', 1),
        content: { ...emptyContent, ...content },
      }),
    );
  const ask = (kind: FormMailKind, formId = 'f1') =>
    store.transaction((rows) => askByMail(rows, { id: formId, propertyId: 'P1' }, { kind, at: desk.now }));
  const desk: MailDesk = {
    ...{ store, server, logged, settings: defaultFormSettings, now: at(0), diesBeforeRecord: false, work, addForm },
    stopMails: createStopMails(parts),
    stopToken: () => stopLinks.toUrl('f1').split('/').at(-1) ?? '',
    async invite(kind = 'invitation', changes = {}) {
      const subject = toSubject(changes);
      await store.transaction((rows) => addScreened(rows, subject));
      await addForm(subject);
      await ask(kind);
      return subject;
    },
    ask: (kind) => ask(kind),
    async addCompanion(content) {
      const ids = { propertyId: 'P1', reservationId: 'R1', id: 'f2', hostFormId: 'f1', generation: 1 };
      const token = links.toToken('f2', 1);
      const form = { ...ids, openedAt: desk.now, token, content: { ...emptyContent, ...content } };
      await store.transaction((rows) => rows.forms.add(form));
      await ask('companion', 'f2');
    },
    listEvents: (subject) =>
      store.read(async (rows) => {
        const stored = await rows.subjects.find(subject);
        const entries = await rows.screenings.listTimeline(stored?.currentScreeningId ?? '');
        return entries.map(({ event }) => event);
      }),
    async close() {
      mailer.close();
      await server.close();
      await store.close();
    },
  };
  return desk;
}
