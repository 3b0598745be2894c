import { isServiceError } from '../../domain/errors.ts';
import { findReminderTime, toFormMailPlan } from '../../domain/mail/form-mail-plan.ts';
import type { FormMailKind } from '../../domain/mail/mail-kinds.ts';
import type { Instant } from '../../domain/subject.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JobContext, JobHandler } from '../../ports/jobs.ts';
import type { Logger } from '../../ports/logger.ts';
import type { FormAsking } from '../../ports/forms.ts';
import type { FormMailRecord, Mailer, MailStopLinks, MailWriter } from '../../ports/mail.ts';
import type { Rows, Store } from '../../ports/store.ts';
import { noteOnTimeline } from '../form/close-forms.ts';
import { askByMail } from './ask-by-mail.ts';
import { findFormMailOrder, type FormMailOrder } from './mail-case.ts';

export interface SendFormMailParts {
  readonly forms: FormAsking;
  readonly stopLinks: MailStopLinks;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly writer: MailWriter;
  /** Absent where the service sends no mail. */
  readonly mailer: Mailer | undefined;
}

/**
 * Writes to a guest about a form, and makes the next reminder due. What was sent is recorded after the server took it: a
 * process that dies in between sends the same message again, under the same Message-ID. The other order would lose mails
 * that nobody then knows of.
 */
export function createSendFormMail(parts: SendFormMailParts): JobHandler<'send-form-mail'> {
  const { store, clock, logger, mailer } = parts;
  return async ({ formId, kind }, context) => {
    if (mailer === undefined) return;
    const now = clock.now();
    const order = await store.read((rows) => findFormMailOrder(rows, { formId, kind, now }, parts.forms));
    if (order === undefined) return;
    const plan = toFormMailPlan(order.given);
    if (plan.action === 'end') logger.info('mail.not_sent', { formId, kind, why: plan.why });
    // Staff were told to wait; that it waits here means that the guest was written to meanwhile.
    if (plan.action === 'wait' && kind !== 'again') {
      await store.transactionUnder(context.lease, (rows) => askByMail(rows, order.form, { kind, at: plan.until }));
    }
    if (plan.action === 'send') await send({ order, no: plan.no, mailer, context }, parts);
  };
}

interface Sending {
  readonly order: FormMailOrder;
  readonly no: number;
  readonly mailer: Mailer;
  readonly context: JobContext;
}

async function send({ order, no, mailer, context }: Sending, parts: SendFormMailParts): Promise<void> {
  const { store, clock, logger, writer } = parts;
  const { form, given } = order;
  const { kind } = given;
  const toRecord = (state: FormMailRecord['state'], at: Instant): FormMailRecord => {
    return { formId: form.id, kind, no, generation: form.generation, state, at };
  };
  try {
    await mailer.send(writer.toFormMail(order.toFacts(no, parts.stopLinks)), context.signal);
  } catch (error) {
    if (!isServiceError(error, 'mail_refused')) throw error;
    // Staff must see it: they can ask the guest for another address. The job is buried, for another try by hand.
    await store.transactionUnder(context.lease, (rows) => record(rows, order, toRecord('refused', clock.now())));
    throw error;
  }
  const sent = toRecord('sent', clock.now());
  await store.transactionUnder(context.lease, async (rows) => {
    await record(rows, order, sent);
    const at = kind === 'thanks' ? undefined : findReminderTime([...given.records, sent], given);
    if (at !== undefined) await askByMail(rows, form, { kind: 'reminder', at });
  });
  logger.info('mail.sent', { formId: form.id, kind, no });
}

const events = {
  sent: {
    invitation: 'mail_sent',
    companion: 'mail_sent',
    again: 'mail_sent',
    reminder: 'reminder_sent',
    thanks: 'thanks_sent',
  },
  refused: {
    invitation: 'mail_refused',
    companion: 'mail_refused',
    again: 'mail_refused',
    reminder: 'mail_refused',
    thanks: 'mail_refused',
  },
} as const satisfies Record<FormMailRecord['state'], Record<FormMailKind, string>>;

async function record(rows: Rows, { form }: FormMailOrder, sent: FormMailRecord): Promise<void> {
  await rows.mails.save(sent);
  await noteOnTimeline(rows, form, { at: sent.at, event: events[sent.state][sent.kind], actor: 'system' });
}
