import type { components } from '../../../openapi/service.generated.ts';
import { isAtLeast, type Role } from '../../domain/access.ts';
import type { Contact, DocumentFact, Fact, FactSource, GivenPerson } from '../../domain/profile/card.ts';
import { type SubjectFields, toGuestName } from '../../domain/subject.ts';
import type { MemberReason, Profile, ProfileNote, ProfileStay, ProfileSummary } from '../../ports/profiles.ts';
import type { ProfileCard } from '../../screening/profiles/read-card.ts';

type Schemas = components['schemas'];

/** What somebody with this role may know: the desk sees no document number, and not why a verification was withdrawn. */
export function toCardView(card: ProfileCard, role: Role): Schemas['Profile'] {
  const { profile, facts, stays, staysTotal } = card;
  const isReviewer = isAtLeast(role, 'reviewer');
  return {
    id: profile.id,
    version: profile.version,
    name: facts.names[0]?.value ?? '',
    isWarned: profile.isWarned,
    isForgotten: isForgotten(profile),
    createdAt: profile.createdAt,
    names: facts.names.map(toFactView),
    contacts: facts.contacts.map(toContactView),
    birthDates: facts.birthDates.map(toFactView),
    documents: facts.documents.map((document) => toDocumentView(document, isReviewer)),
    consents: card.consents.map(({ propertyId, guestId, record }) => {
      const { purpose, given, version, at } = record;
      return { purpose, isGiven: given, version, at, propertyId, guestId };
    }),
    given: profile.members.flatMap(({ person }) => (person === undefined ? [] : [toGivenView(person, isReviewer)])),
    guests: profile.members.flatMap(({ propertyId, guestId, because }) =>
      guestId === undefined ? [] : [{ propertyId, guestId, because: reasonViews[because] }],
    ),
    stays: stays.map(toStayView),
    staysTotal,
    notes: card.notes.map(toNoteView),
    withdrawals: isReviewer ? card.withdrawals.map(({ reason, actor, at }) => ({ reason, by: actor, at })) : [],
    links: card.links.map(toLinkView),
    merges: card.merges.map(({ id, profileId, name, by, at, reason }) => {
      return { id, profileId, name, by, at, reason: reason ?? null };
    }),
  };
}

export function toSummaryView(summary: ProfileSummary): Schemas['ProfileSummary'] {
  const { lastStay, members } = summary;
  const given = members.findLast(({ person }) => person !== undefined)?.person;
  const fields: GivenPerson & Pick<SubjectFields, 'cellPhone'> = { ...given, ...lastStay?.subject.fields };
  const sources = [
    ...(members.some(({ guestId }) => guestId !== undefined) ? (['pms'] as const) : []),
    ...(given === undefined ? [] : (['staff'] as const)),
  ];
  return {
    id: summary.id,
    version: summary.version,
    name: toGuestName(fields as SubjectFields),
    email: fields.email ?? null,
    phone: fields.cellPhone ?? fields.phone ?? null,
    country: fields.country ?? null,
    isWarned: summary.isWarned,
    stays: summary.stays,
    lastStay: lastStay === undefined ? null : toStayView(lastStay),
    sources,
  };
}

function isForgotten({ members }: Profile): boolean {
  return members.every((member) => member.isForgotten);
}

const reasonViews: Readonly<Record<MemberReason, Schemas['Profile']['guests'][number]['because']>> = {
  first: 'first',
  document_name: 'document',
  document_birth: 'document',
  name_birth: 'birth_date',
  email_name: 'email',
  phone_name: 'phone',
  merged: 'merged',
};

function toFactView({ value, sources }: Fact): Schemas['ProfileFact'] {
  return { value, sources: sources.map(toSourceView) };
}

function toContactView({ kind, value, isRelay, sources }: Contact): Schemas['ProfileContact'] {
  return { kind, value, isRelay, sources: sources.map(toSourceView) };
}

function toSourceView({ source, propertyId, guestId, since }: FactSource): Schemas['ProfileSource'] {
  return { source, propertyId, guestId: guestId ?? null, since: since ?? null };
}

function toDocumentView(document: DocumentFact, isReviewer: boolean): Schemas['ProfileDocument'] {
  const { type, issuingCountry, expiresOn, state, number, sources } = document;
  return {
    type: type ?? null,
    issuingCountry: issuingCountry ?? null,
    expiresOn: expiresOn ?? null,
    state,
    number: isReviewer ? number : null,
    sources: sources.map(toSourceView),
  };
}

function toGivenView(person: GivenPerson, isReviewer: boolean): Schemas['GivenPerson'] {
  const { documentNumber, ...others } = person;
  return { ...others, ...(isReviewer && documentNumber !== undefined && { documentNumber }) };
}

function toStayView({ subject, screening }: ProfileStay): Schemas['ProfileStay'] {
  const { propertyId, reservationId, guestId, reservationStatus, fields } = subject;
  return {
    propertyId,
    reservationId,
    guestId,
    arrivalDate: fields.arrivesOn,
    departureDate: fields.departsOn,
    reservationStatus,
    isMainGuest: fields.isMainGuest,
    source: fields.sourceName ?? null,
    screening: screening === undefined ? null : { ...screening, outcome: screening.outcome ?? null },
  };
}

function toNoteView({ id, kind, text, by, at, withdrawn }: ProfileNote): Schemas['ProfileNote'] {
  return { id, kind, text, by, at, withdrawn: withdrawn ?? null };
}

function toLinkView({
  id,
  kind,
  profileId,
  note,
  by,
  at,
  other,
}: ProfileCard['links'][number]): Schemas['ProfileLink'] {
  const name = other === undefined ? '' : toSummaryView(other).name;
  return { id, kind, profileId, name, note: note ?? null, by, at };
}
