import { isServiceError } from '../../domain/errors.ts';
import { mayPass } from '../../domain/refusals.ts';
import { type FormTidings, toTidings } from '../../domain/form/form-delivery.ts';
import { personWaits } from '../../domain/urgency.ts';
import type { FormAsking, FormDocument, FormRefusal, GuestForm } from '../../ports/forms.ts';
import type { JobContext, JobHandler } from '../../ports/jobs.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { PmsCall } from '../../ports/pms.ts';
import type { Rows } from '../../ports/store.ts';
import type { ExpectedEchoes } from '../syncing/expected-echoes.ts';
import { tellHotel } from '../writing-back/tell-hotel.ts';
import { addCompanion, type AddCompanionParts } from './add-companion.ts';
import { noteOnTimeline } from './close-forms.ts';

export interface DeliverFormParts extends AddCompanionParts {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly forms: FormAsking;
  readonly expectedEchoes: ExpectedEchoes;
}

/**
 * Tells the PMS what a guest has written: a companion whom it does not know is added first, then what differs goes in one
 * request, then a picture of the document where there is one. Each can be done again; what is done is on disk before the next.
 * A refusal that stays is kept with its reason for staff, and nothing that was written is lost.
 */
export function createDeliverForm(parts: DeliverFormParts): JobHandler<'deliver-form'> {
  return async ({ formId }, context) => {
    const found = await parts.store.read((rows) => findWork(rows, formId));
    if (found === undefined) return;
    const { form, timeZone } = found;
    const property = { propertyId: form.propertyId, timeZone };
    const call: PmsCall = { property, urgency: personWaits, signal: context.signal };
    try {
      await deliver(parts, { form, call, context });
    } catch (error) {
      if (!isServiceError(error, 'pms_refused') || mayPass(error, context.attempt)) throw error;
      await noteRefusal(parts, { formId, reason: toRefusal(error.facts.reason) }, context);
    }
  };
}

async function findWork(rows: Rows, formId: string) {
  const form = await rows.forms.find(formId);
  if (form?.delivery !== 'waiting') return undefined;
  const { timeZone } = await rows.properties.get(form.propertyId);
  return { form, timeZone };
}

interface Delivery {
  readonly form: GuestForm;
  readonly call: PmsCall;
  readonly context: JobContext;
}

async function deliver(parts: DeliverFormParts, { form, call, context }: Delivery): Promise<void> {
  const { propertyId } = form;
  const isNew = form.guestId === undefined;
  const guestId = form.guestId ?? (await addCompanion(parts, { form, call, lease: context.lease }));
  const tidings = toTidings(form.content, parts.forms.settingsFor(propertyId), call.property.timeZone);
  if (Object.keys(tidings.fields).length + tidings.customValues.length > 0) {
    if (!isNew) parts.expectedEchoes.expect(propertyId, guestId, parts.clock.now());
    await parts.pms.updateGuest(call, guestId, tidings);
  }
  const sentDocument = await sendDocument(parts, { form, guestId, call });
  await noteSent(parts, { form, guestId, tidings, sentDocument }, context);
}

async function sendDocument(
  { store, pms }: DeliverFormParts,
  { form, guestId, call }: { readonly form: GuestForm; readonly guestId: string; readonly call: PmsCall },
): Promise<FormDocument | undefined> {
  const document = await store.read((rows) => rows.forms.findDocument(form.id));
  if (document === undefined) return undefined;
  const { fileName, contentType, content } = document;
  await pms.addGuestFile(call, guestId, { fileName, contentType, bytes: Buffer.from(content, 'base64') });
  return document;
}

interface Sent {
  readonly form: GuestForm;
  /** Who was told of in the PMS; the form may have gone on to another whom they were merged into. */
  readonly guestId: string;
  readonly tidings: FormTidings;
  readonly sentDocument: FormDocument | undefined;
}

/** What was written meanwhile, in a correction, has a job of its own, and so has a picture that was chosen meanwhile. */
async function noteSent(
  { store, clock, metrics }: DeliverFormParts,
  { form, guestId, tidings, sentDocument }: Sent,
  { lease }: JobContext,
): Promise<void> {
  const { id, propertyId } = form;
  await store.transactionUnder(lease, async (rows) => {
    const at = clock.now();
    const now = await rows.forms.find(id);
    if (now === undefined) return;
    const told = { ...now.content.told };
    const news = now.guestId === guestId ? tidings.customValues : [];
    for (const { shortcode, value } of news) told[shortcode] = value;
    const isOvertaken = now.revision !== form.revision;
    const document = await rows.forms.findDocument(id);
    if (document?.content === sentDocument?.content) await rows.forms.removeDocument(id);
    await rows.forms.save(id, {
      ...(!isOvertaken && { delivery: 'sent', refusal: undefined }),
      deliveredAt: at,
      content: { ...now.content, told },
    });
    await noteOnTimeline(rows, now, { at, event: 'form_sent', actor: 'system' });
    const sync = { propertyId };
    await rows.jobs.enqueue({ kind: 'sync-property', payload: sync, urgency: personWaits, runAt: at });
  });
  metrics.count('form_deliveries', { result: 'sent' });
}

async function noteRefusal(
  { store, clock, metrics, logger }: DeliverFormParts,
  { formId, reason }: { readonly formId: string; readonly reason: FormRefusal },
  { lease }: JobContext,
): Promise<void> {
  await store.transactionUnder(lease, async (rows) => {
    const form = await rows.forms.find(formId);
    if (form === undefined) return;
    await rows.forms.save(formId, { delivery: 'refused', refusal: reason });
    const at = clock.now();
    await noteOnTimeline(rows, form, { at, event: 'form_refused', actor: 'system' });
    const { propertyId, reservationId } = form;
    await tellHotel(rows, { propertyId, cause: 'form_refused', about: reason, reservationId, at });
  });
  metrics.count('form_deliveries', { result: 'refused' });
  logger.warn('form.refused', { formId, reason });
}

const refusals: readonly FormRefusal[] = [
  'payment_data',
  'too_long',
  'custom_field_unknown',
  'guest_unknown',
  'party_full',
  'stay_over',
];

function toRefusal(reason: unknown): FormRefusal {
  return refusals.find((known) => known === reason) ?? 'other';
}
