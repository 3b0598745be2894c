import type { ConsentRecord, GuestRequest } from '../../domain/form/form-content.ts';
import { toCleanText } from '../../domain/form/typed-text.ts';
import type { TimelineEvent } from '../../ports/store.ts';
import { noteOnTimeline } from './close-forms.ts';
import type { ConsentChange, FormAccess, FormWriting, GuestForms } from './guest-form.ts';
import { toLanguage } from './save-step.ts';
import { enqueueDelivery, listPurposes } from './submit-form.ts';
import { saveContent, writeForm, type WriteFormParts } from './write-form.ts';

const longestRequest = 2_000;
/** More than that, before anybody has looked at them, are not said, but sent by a machine. */
const mostRequests = 20;
const mostConsents = 200;

/** Consents given and taken back, and what a guest asks of people. None of it changes an outcome by itself. */
export function createGuestRights(
  parts: WriteFormParts,
): Pick<GuestForms, 'setConsent' | 'withdrawConsent' | 'object' | 'askPerson'> {
  const setConsent = (access: FormAccess, change: ConsentChange) => saveConsent(parts, access, change);
  return {
    setConsent,
    withdrawConsent: (access, purpose) => setConsent(access, { purpose, given: false, language: 'en' }),
    object: (access, text) => ask(parts, access, { kind: 'object', text }),
    askPerson: (access, text) => ask(parts, access, { kind: 'ask_person', text }),
  };
}

/** The PMS is told of what changes after the form was sent; before, the form itself will. */
function saveConsent(parts: WriteFormParts, access: FormAccess, change: ConsentChange): Promise<FormWriting> {
  return writeForm(parts, { access }, async (rows, found) => {
    const { form, settings, at, filledBy: by } = found;
    const { purpose, given } = change;
    const { consents } = form.content;
    const last = consents.findLast((consent) => consent.purpose === purpose);
    const isKnown = listPurposes(settings).includes(purpose) || last !== undefined;
    if (!isKnown || (last?.given ?? false) === given || consents.length >= mostConsents) return undefined;
    const { version } = settings.privacyNotice;
    const language = toLanguage(change).language ?? form.language ?? 'en';
    const record: ConsentRecord = { purpose, given, version, language, at, by };
    const isTold = form.submittedAt !== undefined;
    await saveContent(rows, found, {
      content: { consents: [...consents, record] },
      ...(isTold && { delivery: 'waiting' }),
    });
    if (!given) await noteOnTimeline(rows, form, { at, event: 'consent_withdrawn', actor: by });
    if (isTold) await enqueueDelivery(rows, form, at);
    return undefined;
  });
}

const events: Readonly<Record<GuestRequest['kind'], TimelineEvent>> = {
  object: 'guest_objected',
  ask_person: 'person_asked',
};

/** Staff see it on the screening, and that somebody should look. */
function ask(
  parts: WriteFormParts,
  access: FormAccess,
  { kind, text }: Pick<GuestRequest, 'kind'> & { readonly text: string },
): Promise<FormWriting> {
  return writeForm(parts, { access }, async (rows, found) => {
    const { form, at, filledBy: actor } = found;
    const said = toCleanText(text);
    if (said.length > longestRequest) return { text: 'too_long' };
    const { requests } = form.content;
    const { personAskedAt = at } = form;
    const waiting = form.personAskedAt === undefined ? [] : requests.filter((other) => other.at >= personAskedAt);
    const isSaid = waiting.some((other) => other.kind === kind && (other.text ?? '') === said);
    if (isSaid || waiting.length >= mostRequests) return undefined;
    const request: GuestRequest = { kind, at, ...(said !== '' && { text: said }) };
    await saveContent(rows, found, { content: { requests: [...requests, request] }, personAskedAt });
    await noteOnTimeline(rows, form, { at, event: events[kind], actor });
    return undefined;
  });
}
