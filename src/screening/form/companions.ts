import { checkStep, type FieldProblems, readStep } from '../../domain/form/check-answers.ts';
import type { FormContent } from '../../domain/form/form-content.ts';
import type { FormAnswers } from '../../domain/form/form-field.ts';
import { type AskedStep, toFormSteps } from '../../domain/form/form-steps.ts';
import type { GuestForm } from '../../ports/forms.ts';
import type { Rows } from '../../ports/store.ts';
import { openForm } from './ask-guest.ts';
import { closeForm } from './close-forms.ts';
import { addCompanionForm, findPlace } from './companion-place.ts';
import { findCase, type FormCase, isMinorOn, isUnlocked, toReadContext } from './form-case.ts';
import { listParty } from './form-session.ts';
import type { Companion, GuestForms, NewCompanion } from './guest-form.ts';
import { inviteCompanion } from './invite-companion.ts';
import { sendOff, type SubmitParts } from './submit-form.ts';
import { saveContent, writeForm, type WriteResult } from './write-form.ts';

type Companions = Pick<GuestForms, 'inviteCompanion' | 'addCompanion' | 'removeCompanion' | 'listCompanionFields'>;

/** The others on the booking: never more than its adults and children. */
export function createCompanions(parts: SubmitParts): Companions {
  return {
    inviteCompanion: (access, who) =>
      writeForm(parts, { access }, (rows, found) => inviteCompanion(rows, { found, who }, parts)),
    addCompanion: (access, companion) =>
      writeForm(parts, { access, revision: companion.revision }, (rows, found) =>
        fillIn(rows, { found, companion }, parts),
      ),
    removeCompanion: (access, companionId) =>
      writeForm(parts, { access }, async (rows, found) => {
        const theirs = await findOwnInvitation(rows, found, companionId);
        if (theirs?.delivery !== 'none') return undefined;
        await closeForm(rows, theirs, { at: found.at, actor: found.filledBy });
        await saveContent(rows, found, { content: {} });
        return undefined;
      }),
    listCompanionFields: (access) =>
      parts.store.read(async (rows) => {
        const found = await findCase(rows, access.token, parts);
        if (found === undefined || !isUnlocked(found, access, parts)) return [];
        return listFields(found).fields;
      }),
  };
}

async function findOwnInvitation(rows: Rows, { form }: FormCase, id: string): Promise<GuestForm | undefined> {
  const party = await rows.forms.listByReservation(form.propertyId, form.reservationId);
  return party.find((other) => other.hostFormId === form.id && (other.id === id || other.guestId === id));
}

/** All of a companion's fields as one step: the booker answers in one go. Whom the booker speaks for need no address of their own. */
function listFields({ settings }: FormCase): AskedStep {
  const steps = toFormSteps({
    settings,
    known: {},
    ...{ needed: [], askedByStaff: [], answered: [], isBooker: false, isNewCompanion: true, isMinor: false },
  });
  const fields = steps.flatMap((step) => step.fields);
  const isOwnReach = (field: string) => field === 'email' || field === 'phone';
  return {
    id: 'companions',
    fields: fields.map((asked) => (isOwnReach(asked.field) ? { ...asked, isRequired: false } : asked)),
    questions: [],
  };
}

async function fillIn(
  rows: Rows,
  { found, companion }: { readonly found: FormCase; readonly companion: NewCompanion },
  parts: SubmitParts,
): Promise<WriteResult> {
  const place = await findPlace(rows, found, { id: companion.id, parts });
  if (place === undefined) return { firstName: 'party_full' };
  const step = listFields(found);
  const { values } = companion;
  const { answers, problems } = readStep(step, values, toReadContext(found, values.country, parts));
  const all: FieldProblems = { ...checkStep(step, { answers, questions: {} }), ...problems };
  if (Object.keys(all).length > 0) return all;
  const named = await listParty(rows, found, parts);
  const name = `${answers.firstName ?? ''} ${answers.lastName ?? ''}`;
  const isNamed = named.listed.some((other) => other.id !== companion.id && other.name === name);
  if (isNamed) return { firstName: 'already_named' };
  const content = toHostedContent(found, answers, companion);
  const formId = await keep(rows, { found, place, content }, parts);
  await saveContent(rows, found, { content: {} });
  if (found.form.submittedAt !== undefined) await sendOff(rows, formId, { parts, filledBy: found.filledBy });
  return undefined;
}

async function keep(
  rows: Rows,
  { found, place, content }: { found: FormCase; place: Companion | 'new'; content: Partial<FormContent> },
  parts: SubmitParts,
): Promise<string> {
  if (place === 'new') return addCompanionForm(rows, { found, content }, parts);
  const { propertyId, reservationId, id: hostFormId } = found.form;
  const theirs = await findOwnInvitation(rows, found, place.id);
  if (theirs !== undefined) {
    await rows.forms.save(theirs.id, { revision: theirs.revision + 1, content: { ...theirs.content, ...content } });
    return theirs.id;
  }
  const key = { propertyId, reservationId, guestId: place.id };
  const form = await rows.forms.findBySubject(key);
  const { at, filledBy: actor } = found;
  return openForm(rows, { key, form, needed: [], at, forms: parts.forms, actor, hostFormId, content });
}

/** Minors come with their guardian, who is the one that writes. */
function toHostedContent(
  { form, own, settings, anchor, at }: FormCase,
  answers: FormAnswers,
  { language }: NewCompanion,
) {
  const isMinor = isMinorOn(answers.birthDate, anchor.subject.fields.arrivesOn);
  const { firstName, lastName } = { ...own?.subject.fields, ...form.content.answers };
  const guardian = [firstName, lastName].filter((part) => part !== undefined).join(' ');
  const filled = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== '')) as FormAnswers;
  const { version } = settings.privacyNotice;
  return {
    answers: { ...filled, ...(isMinor && guardian !== '' && { guardian }) },
    consents: [{ purpose: 'privacy', given: true, version, language, at, by: 'booker' }],
    completedBy: 'booker',
    doneSteps: ['person'],
  } satisfies Partial<FormContent>;
}
