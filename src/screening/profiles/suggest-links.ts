import { isRelayEmail } from '../../domain/relay-emails.ts';
import type { MarkedFields } from '../../ports/person-marks.ts';
import type { Profile, ProfileLinkKind, ProfileSummary } from '../../ports/profiles.ts';
import type { Rows } from '../../ports/store.ts';

export interface LinkReason {
  readonly code: 'same_reservation' | 'same_email' | 'same_phone' | 'same_company';
  readonly text: string;
}

export interface LinkSuggestion {
  readonly profile: ProfileSummary;
  readonly kind: ProfileLinkKind;
  readonly reasons: readonly LinkReason[];
}

export interface LinkHints {
  /** Cards that share a trait. */
  readonly alike: readonly string[];
  readonly fields: readonly Partial<MarkedFields>[];
}

const mostCompanions = 20;

/** Mail providers that anybody may use: two of their addresses have nothing in common. */
const openMailDomains: readonly string[] = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'yahoo.com',
  'icloud.com',
  'me.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  'mail.ru',
  'yandex.ru',
  'qq.com',
  '163.com',
  'proton.me',
  'protonmail.com',
  'aol.com',
  'libero.it',
  'orange.fr',
  'free.fr',
  'ukr.net',
];

/** Who belongs to somebody, by travelling together and by what is shared; those that people linked already are left out. */
export async function suggestLinks(
  rows: Rows,
  { id, scope }: Profile,
  { alike, fields }: LinkHints,
): Promise<readonly LinkSuggestion[]> {
  const linked = new Set((await rows.profiles.listLinks(id)).map(({ profileId }) => profileId));
  const companions = await rows.profiles.listCompanions(id, mostCompanions);
  const ids = [...new Set([...companions, ...alike])].filter((one) => !linked.has(one));
  const others = await rows.profiles.listSummaries(scope, ids);
  return others.flatMap((profile) => {
    const reasons = toReasons(fields, profile, companions.includes(profile.id));
    const isNamesake = fields.some(({ lastName }) => isSame(lastName, toFields(profile).lastName));
    return reasons.length === 0 ? [] : [{ profile, reasons, kind: toKind(reasons, isNamesake) }];
  });
}

function toReasons(
  own: readonly Partial<MarkedFields>[],
  other: ProfileSummary,
  isCompanion: boolean,
): readonly LinkReason[] {
  const theirs = toFields(other);
  const shares = (key: 'email' | 'phone') => own.some((fields) => isSame(fields[key], theirs[key]));
  const isRelay = theirs.email !== undefined && isRelayEmail(theirs.email);
  const company = toCompany(theirs.email);
  const isColleague = company !== undefined && own.some(({ email }) => toCompany(email) === company);
  return [
    ...(isCompanion ? [{ code: 'same_reservation', text: 'Were on the same reservation' } as const] : []),
    ...(shares('email') && !isRelay ? [{ code: 'same_email', text: 'Have the same e-mail address' } as const] : []),
    ...(shares('phone') ? [{ code: 'same_phone', text: 'Have the same phone' } as const] : []),
    ...(isColleague ? [{ code: 'same_company', text: 'Have addresses of the same company' } as const] : []),
  ];
}

function toKind(reasons: readonly LinkReason[], isNamesake: boolean): ProfileLinkKind {
  const has = (code: LinkReason['code']) => reasons.some((reason) => reason.code === code);
  if (isNamesake) return 'family';
  if (has('same_company') && !has('same_email')) return 'colleague';
  return has('same_reservation') ? 'travels_with' : 'family';
}

function toFields({ lastStay, members }: ProfileSummary): Partial<MarkedFields> {
  return lastStay?.subject.fields ?? members.find(({ person }) => person !== undefined)?.person ?? {};
}

function toCompany(email: string | undefined): string | undefined {
  if (email === undefined || isRelayEmail(email)) return undefined;
  const domain = email.trim().toLowerCase().split('@')[1];
  return domain === undefined || openMailDomains.includes(domain) ? undefined : domain;
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.trim().toLowerCase() === other?.trim().toLowerCase();
}
