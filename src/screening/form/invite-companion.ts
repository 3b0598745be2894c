import { readFieldValue } from '../../domain/form/read-values.ts';
import { isName, toCleanText } from '../../domain/form/typed-text.ts';
import { isMailAddress } from '../../domain/mail/safe-text.ts';
import type { Rows } from '../../ports/store.ts';
import { askByMail } from '../mail/ask-by-mail.ts';
import { openForm } from './ask-guest.ts';
import { addCompanionForm, findPlace } from './companion-place.ts';
import { type FormCase, toReadContext } from './form-case.ts';
import { listParty } from './form-session.ts';
import type { Companion, InvitedCompanion } from './guest-form.ts';
import type { SubmitParts } from './submit-form.ts';
import { saveContent, type WriteResult } from './write-form.ts';

/** Those who were taken back count too: nobody writes to the whole world by our mail server. */
const mostMailed = 10;
const longestName = 80;

interface Invitation {
  readonly found: FormCase;
  readonly who: InvitedCompanion;
}

/** Makes a link for somebody who comes along, to be handed on; it is mailed besides where the booker says where to. */
export async function inviteCompanion(
  rows: Rows,
  { found, who }: Invitation,
  parts: SubmitParts,
): Promise<WriteResult> {
  const place = await findPlace(rows, found, { id: who.id, parts });
  if (place !== undefined && place !== 'new') {
    if (place.state === 'listed') await openListed(rows, { found, companion: place }, parts);
    return undefined;
  }
  const name = toCleanText(who.name);
  const { listed } = await listParty(rows, found, parts);
  if (listed.some((other) => other.name === name)) {
    return who.revision === undefined || who.revision === found.form.revision ? { name: 'already_named' } : undefined;
  }
  if (place === undefined) return { name: 'party_full' };
  if (name === '') return { name: 'required' };
  if (!isName(name) || name.length > longestName) return { name: 'not_a_name' };
  const address = await readAddress(rows, { found, who }, parts);
  if ('problem' in address) return { companionEmail: address.problem };
  const { value: invitedEmail } = address;
  const content = { invitedAs: name, ...(invitedEmail !== '' && { invitedEmail }) };
  const id = await addCompanionForm(rows, { found, content }, parts);
  const { propertyId } = found.form;
  if (invitedEmail !== '') await askByMail(rows, { id, propertyId }, { kind: 'companion', at: found.at });
  await saveContent(rows, found, { content: {} });
  return undefined;
}

/** The PMS knows them already, maybe with an address. */
async function openListed(
  rows: Rows,
  { found, companion }: { readonly found: FormCase; readonly companion: Companion },
  { forms }: SubmitParts,
): Promise<void> {
  const { form, at, filledBy: actor } = found;
  const { propertyId, reservationId, id: hostFormId } = form;
  const key = { propertyId, reservationId, guestId: companion.id };
  const known = await rows.forms.findBySubject(key);
  const content = { invitedAs: companion.name };
  await openForm(rows, { key, form: known, needed: [], at, forms, actor, hostFormId, content });
  await saveContent(rows, found, { content: {} });
}

/** Empty where none was given, or none can be written to. */
async function readAddress(rows: Rows, { found, who }: Invitation, parts: SubmitParts) {
  const typed = parts.sendsMail && found.settings.mail.invitations ? (who.email ?? '') : '';
  const reading = readFieldValue('email', typed, toReadContext(found, undefined, parts));
  if ('problem' in reading || reading.value === '') return reading;
  if (!isMailAddress(reading.value)) return { problem: 'email_unreadable' as const };
  const { propertyId, reservationId, id } = found.form;
  const party = await rows.forms.listByReservation(propertyId, reservationId);
  const mailed = party.filter(({ hostFormId, content }) => hostFormId === id && content.invitedEmail !== undefined);
  return mailed.length < mostMailed ? reading : { problem: 'too_many_invitations' as const };
}
