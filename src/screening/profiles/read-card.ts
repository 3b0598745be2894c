import { toLocalDate } from '../../domain/calendar.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { ConsentRecord } from '../../domain/form/form-content.ts';
import type { Withdrawal } from '../../domain/known-guest.ts';
import { type PersonFacts, type SourcedPerson, toPersonFacts } from '../../domain/profile/card.ts';
import type {
  GuestKey,
  Profile,
  ProfileLink,
  ProfileMerge,
  ProfileNote,
  ProfileStay,
  ProfileSummary,
} from '../../ports/profiles.ts';
import type { Rows } from '../../ports/store.ts';
import type { ProfileParts } from './note-profile.ts';

/** All that a card shows. */
export interface ProfileCard {
  readonly profile: Profile;
  readonly facts: PersonFacts;
  readonly stays: readonly ProfileStay[];
  readonly staysTotal: number;
  readonly notes: readonly ProfileNote[];
  readonly withdrawals: readonly Withdrawal[];
  readonly consents: readonly GuestConsent[];
  readonly links: readonly (ProfileLink & { readonly other?: ProfileSummary })[];
  readonly merges: readonly (ProfileMerge & { readonly name: string })[];
}

export interface GuestConsent extends GuestKey {
  readonly record: ConsentRecord;
}

/** Throws `property_unknown` and `profile_unknown`. */
export type ReadCard = (
  propertyId: string,
  which: { readonly profileId: string } | { readonly guestId: string },
) => Promise<ProfileCard>;

const shownStays = 100;

/** The one place that gathers a card from everything that is kept of the person. */
export function createReadCard({ store, clock, people }: ProfileParts): ReadCard {
  return (propertyId, which) =>
    store.read(async (rows) => {
      const { timeZone } = await rows.properties.get(propertyId);
      const profile = await getProfile(rows, { propertyId, scope: people.scopeFor(propertyId) }, which);
      const { stays, total } = await rows.profiles.listStays(profile.id, shownStays);
      const newest = stays[0]?.subject;
      const history = newest === undefined ? undefined : await rows.knownGuests.findHistory(newest);
      return {
        profile,
        facts: toPersonFacts(listSources(profile, stays), toLocalDate(clock.now(), timeZone)),
        stays,
        staysTotal: total,
        notes: await rows.profiles.listNotes(profile.id),
        withdrawals: [...(history?.withdrawals ?? [])].sort((one, other) => (one.at < other.at ? 1 : -1)),
        consents: await listConsents(rows, profile),
        links: await listLinks(rows, profile),
        merges: await listMerges(rows, profile),
      };
    });
}

async function getProfile(
  rows: Rows,
  { propertyId, scope }: { readonly propertyId: string; readonly scope: string },
  which: { readonly profileId: string } | { readonly guestId: string },
): Promise<Profile> {
  if ('profileId' in which) return rows.profiles.get(scope, which.profileId);
  const found = await rows.profiles.findByGuest({ propertyId, guestId: which.guestId });
  if (found === undefined) throw new ServiceError('profile_unknown', { guestId: which.guestId });
  return found;
}

/** What the PMS says, newest stay first; then what staff wrote down. */
function listSources({ members }: Profile, stays: readonly ProfileStay[]): readonly SourcedPerson[] {
  const guests = stays.map(({ subject: { propertyId, guestId, fields }, firstSeenAt }): SourcedPerson => {
    return { source: 'pms', propertyId, guestId, fields, ...(firstSeenAt !== undefined && { since: firstSeenAt }) };
  });
  const given = members.flatMap(({ propertyId, person, since }): SourcedPerson[] =>
    person === undefined ? [] : [{ source: 'staff', propertyId, fields: person, since }],
  );
  return [...guests, ...given];
}

/** The newest word of each guest on each purpose. */
async function listConsents(rows: Rows, { members }: Profile): Promise<readonly GuestConsent[]> {
  const newest = new Map<string, GuestConsent>();
  for (const { propertyId, guestId } of members) {
    if (guestId === undefined) continue;
    const forms = await rows.forms.listByGuest(propertyId, guestId);
    for (const record of forms.flatMap(({ content }) => content.consents)) {
      const key = `${propertyId}/${guestId}/${record.purpose}`;
      const known = newest.get(key);
      if (known === undefined || known.record.at <= record.at) newest.set(key, { propertyId, guestId, record });
    }
  }
  return [...newest.values()].sort((one, other) => (one.record.at < other.record.at ? 1 : -1));
}

async function listLinks(rows: Rows, { id, scope }: Profile): Promise<ProfileCard['links']> {
  const links = await rows.profiles.listLinks(id);
  const others = await rows.profiles.listSummaries(
    scope,
    links.map(({ profileId }) => profileId),
  );
  return links.map((link) => {
    const other = others.find((one) => one.id === link.profileId);
    return { ...link, ...(other && { other }) };
  });
}

async function listMerges(rows: Rows, { id }: Profile): Promise<ProfileCard['merges']> {
  const merges = await rows.profiles.listMerges(id);
  const named = [];
  for (const merge of merges) named.push({ ...merge, name: await rows.profiles.findOwnName(merge.profileId) });
  return named;
}
