import type { AlertChannel, AlertPhase } from '../../domain/alerts/alert-kinds.ts';
import { personWaits } from '../../domain/urgency.ts';
import type { Alert } from '../../ports/alerts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JobContext, JobHandler, JobPayloads, NewJob } from '../../ports/jobs.ts';
import type { Rows, Store } from '../../ports/store.ts';

/** One message about an alert. Sent again, it is the same message with the same key. */
export interface AlertMessage {
  readonly alert: Alert;
  readonly phase: AlertPhase;
  /** The same for every sending of the same message. Letters, digits and `-_`. */
  readonly key: string;
  /** One of `listRecipients`. */
  readonly recipient?: string;
}

export interface AlertSender {
  /** Ids of whom it writes to, one message each; absent where there is one message for all. */
  readonly listRecipients?: (rows: Rows, alert: Alert) => Promise<readonly string[]>;
  /** Resolves once the message has left, or where nobody is to be told any more. */
  send(message: AlertMessage, context: JobContext): Promise<void>;
}

export interface DeliverAlertParts {
  readonly store: Store;
  readonly clock: Clock;
  /** The channels that are on. */
  readonly senders: Partial<Readonly<Record<AlertChannel, AlertSender>>>;
}

type Delivery = JobPayloads['deliver-alert'];

/**
 * Tells the world of an alert, on one channel. Whoever was not told that something began is not told that it is over; and
 * where it was over before anything left, nothing is sent at all.
 */
export function createDeliverAlert(parts: DeliverAlertParts): JobHandler<'deliver-alert'> {
  const { store, clock, senders } = parts;
  return async (delivery, context) => {
    const sender = senders[delivery.channel];
    if (sender === undefined) return;
    const { listRecipients } = sender;
    if (listRecipients !== undefined && delivery.recipient === undefined) {
      return store.transactionUnder(context.lease, async (rows) => {
        const alert = await rows.alerts.find(delivery.alertId);
        const recipients = alert === undefined ? [] : await listRecipients(rows, alert);
        await rows.jobs.enqueueAll(recipients.map((recipient) => toJob({ ...delivery, recipient }, clock.now())));
      });
    }
    const alert = await store.read((rows) => findToTell(rows, delivery, context));
    if (alert === undefined) return;
    await sender.send({ ...delivery, alert, key: toKey(delivery) }, context);
    await store.transactionUnder(context.lease, (rows) => noteSent(rows, delivery, clock.now()));
  };
}

async function findToTell(rows: Rows, delivery: Delivery, { attempt }: JobContext): Promise<Alert | undefined> {
  const alert = await rows.alerts.find(delivery.alertId);
  if (alert === undefined || (await rows.alerts.wasDelivered(toTarget(delivery)))) return undefined;
  // A try that ended in the middle may have sent it: then it is sent again, and followed by its end.
  if (delivery.phase === 'raised') return alert.settledAt === undefined || attempt > 1 ? alert : undefined;
  return (await rows.alerts.wasDelivered({ ...toTarget(delivery), phase: 'raised' })) ? alert : undefined;
}

/** What was over while its beginning was on the way is followed by its end now. */
async function noteSent(rows: Rows, delivery: Delivery, at: string): Promise<void> {
  await rows.alerts.noteDelivered({ ...toTarget(delivery), at });
  if (delivery.phase === 'over') return;
  const alert = await rows.alerts.find(delivery.alertId);
  if (alert?.settledAt !== undefined) await rows.jobs.enqueue(toJob({ ...delivery, phase: 'over' }, at));
}

function toJob(payload: Delivery, runAt: string): NewJob<'deliver-alert'> {
  return { kind: 'deliver-alert', payload, urgency: personWaits, runAt };
}

function toTarget({ alertId, phase, channel, recipient }: Delivery) {
  return { alertId, phase, target: recipient === undefined ? channel : `${channel}/${recipient}` };
}

function toKey({ alertId, phase, channel, recipient }: Delivery): string {
  return ['alert', alertId, phase, ...(recipient === undefined ? [] : [channel, recipient])].join('-');
}
