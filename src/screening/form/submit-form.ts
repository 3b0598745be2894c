import { checkStep, type FieldProblems } from '../../domain/form/check-answers.ts';
import type { ConsentRecord, FormContent } from '../../domain/form/form-content.ts';
import { toOverlay, withFormer, withoutOverlay } from '../../domain/form/overlay.ts';
import type { FormSettings } from '../../domain/form/form-settings.ts';
import type { Policy } from '../../domain/policy.ts';
import { personWaits } from '../../domain/urgency.ts';
import type { Digest } from '../../domain/fingerprint.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { GuestForm } from '../../ports/forms.ts';
import type { Rows, StoredSubject } from '../../ports/store.ts';
import type { BindProfile } from '../profiles/bind-profile.ts';
import { askByMail } from '../mail/ask-by-mail.ts';
import { countStay } from '../statistics/count-stay.ts';
import { takeSubject } from '../syncing/take-subject.ts';
import { noteOnTimeline } from './close-forms.ts';
import { type FormCase, listSteps, toCase } from './form-case.ts';
import type { GuestForms, Submission } from './guest-form.ts';
import { toLanguage } from './save-step.ts';
import { settleAgain } from './settle-again.ts';
import { saveContent, writeForm, type WriteFormParts } from './write-form.ts';

export interface SubmitParts extends WriteFormParts {
  readonly digest: Digest;
  readonly metrics: Metrics;
  readonly bindProfile: BindProfile;
  readonly policyFor: (propertyId: string) => Policy;
}

/** Sending the form off: once, whatever is pressed twice. */
export function createSubmitForm(parts: SubmitParts): Pick<GuestForms, 'submit' | 'correct'> {
  return {
    submit: async (access, submission) => {
      const writing = await writeForm(parts, { access }, async (rows, found) => {
        if (found.form.state === 'submitted') return undefined;
        const problems = listProblems(found, submission);
        if (Object.keys(problems).length > 0) return problems;
        const consents = toConsents(found, submission);
        await saveContent(rows, found, {
          content: { consents: [...found.form.content.consents, ...consents], completedBy: found.filledBy },
          ...toLanguage(submission),
        });
        await sendOff(rows, found.form.id, { parts, filledBy: found.filledBy });
        await sendOffCompanions(rows, found, parts);
        if (found.filledBy === 'guest') await askByMail(rows, found.form, { kind: 'thanks', at: found.at });
        return undefined;
      });
      return writing;
    },
    correct: (access) =>
      writeForm(parts, { access }, async (rows, found) => {
        if (found.form.state !== 'submitted') return undefined;
        const { at, filledBy: actor } = found;
        await saveContent(rows, found, { content: { doneSteps: [] }, state: 'open' });
        await noteOnTimeline(rows, found.form, { at, event: 'form_corrected', actor });
        return undefined;
      }),
  };
}

function listProblems(found: FormCase, { consents }: Submission): FieldProblems {
  const { content } = found.form;
  const ofSteps = listSteps(found).map((step) => checkStep(step, content));
  const isRead = consents.includes('privacy');
  return Object.assign({}, ...ofSteps, isRead ? {} : { 'consent.privacy': 'not_ticked' }) as FieldProblems;
}

/** What may be agreed to, the notice first. */
export function listPurposes({ marketing, privacyNotice }: FormSettings): readonly string[] {
  return ['privacy', ...(marketing ? ['marketing'] : []), ...privacyNotice.purposes.map(({ id }) => id)];
}

function toConsents({ settings, filledBy: by, at }: FormCase, submission: Submission): readonly ConsentRecord[] {
  const { version } = settings.privacyNotice;
  const { language = 'en' } = toLanguage(submission);
  return listPurposes(settings).map((purpose) => {
    return { purpose, given: submission.consents.includes(purpose), version, language, at, by };
  });
}

/** Whom the booker has filled in for goes off together with the booker's own form. */
async function sendOffCompanions(rows: Rows, { form, filledBy }: FormCase, parts: SubmitParts): Promise<void> {
  const party = await rows.forms.listByReservation(form.propertyId, form.reservationId);
  const held = party.filter(({ hostFormId, content }) => hostFormId === form.id && content.completedBy === 'booker');
  for (const { id, state } of held) {
    if (state === 'open') await sendOff(rows, id, { parts, filledBy });
  }
}

/**
 * From here on the form is durable work: what the PMS shows otherwise is to be told to it, and the guest is screened again at
 * once with what they said.
 */
export async function sendOff(
  rows: Rows,
  formId: string,
  { parts, filledBy }: { readonly parts: SubmitParts; readonly filledBy: string },
): Promise<void> {
  const found = await toCase(rows, await rows.forms.get(formId), { parts, filledBy });
  if (found === undefined) return;
  const { form, own, at } = found;
  const { content } = form;
  const raw = own === undefined ? undefined : withoutOverlay(own.subject.fields, form.content.overlay);
  const overlay =
    raw === undefined ? {} : withFormer(toOverlay(content.answers, raw), content.overlay, content.answers);
  await rows.forms.save(formId, {
    ...{ state: 'submitted', submittedAt: at, delivery: 'waiting', refusal: undefined },
    content: withoutQuestion({ ...content, overlay }),
  });
  await noteOnTimeline(rows, form, { at, event: 'form_submitted', actor: filledBy });
  await enqueueDelivery(rows, form, at);
  parts.metrics.count('forms_submitted', { by: filledBy === 'guest' ? 'guest' : 'staff' });
  if (own === undefined || raw === undefined) return;
  await screenAnew(rows, { found, own: { ...own, subject: { ...own.subject, fields: raw } } }, parts);
  const screened = await rows.subjects.find(own.subject);
  if (screened?.currentScreeningId !== undefined) await countStay(rows, screened.currentScreeningId);
}

/** What staff asked for is answered. */
function withoutQuestion(content: FormContent): FormContent {
  const { askedBy, ...others } = content;
  return askedBy === undefined ? content : { ...others, askedByStaff: [] };
}

export async function enqueueDelivery(rows: Rows, { id: formId, propertyId }: GuestForm, at: string): Promise<void> {
  await rows.jobs.enqueue({
    kind: 'deliver-form',
    payload: { propertyId, formId },
    urgency: personWaits,
    runAt: at,
  });
}

/** What was said may be nothing new: then the screening need not wait any longer. */
async function screenAnew(
  rows: Rows,
  { found, own }: { readonly found: FormCase; readonly own: StoredSubject },
  parts: SubmitParts,
): Promise<void> {
  const { form, at, today } = found;
  const known = await rows.subjects.find(own.subject);
  const { content } = await rows.forms.get(form.id);
  const { digest, metrics, bindProfile } = parts;
  const news = { subject: own.subject, known, overlay: { formId: form.id, overlay: content.overlay } };
  const intake = await takeSubject(rows, news, { at, today, digest, metrics, bindProfile });
  if (intake === 'none') await settleAgain(rows, own.subject, { at, ...parts });
}
