import type { PersonMarks } from './traits.ts';

export type LikenessCode =
  'document' | 'name' | 'name_alike' | 'birth_date' | 'birth_date_differs' | 'email' | 'phone' | 'document_differs';

/** One reason for or against two cards being of one person. */
export interface LikenessReason {
  readonly code: LikenessCode;
  /** For staff, in plain English; quotes nobody. */
  readonly text: string;
  readonly points: number;
}

export interface Likeness {
  /** The points added up, 0 to 100. */
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
}

/** From here on two cards are suggested as duplicates. */
export const leastLikeness = 40;

/** Of `compareNames`: below it names are taken for different ones. */
const leastAlike = 0.7;

const points = {
  document: 60,
  name: 35,
  nameAlike: 25,
  birthDate: 30,
  birthDateDiffers: -60,
  email: 25,
  phone: 20,
  documentDiffers: -5,
} as const;

/**
 * How much speaks for two people being one. `nameLikeness` is 0 to 1, between the two names that are most alike. A shared
 * document, address or phone says little without the name: families share them.
 */
export function toLikeness(one: PersonMarks, other: PersonMarks, nameLikeness: number): Likeness {
  const reasons = [
    toNameReason(one, other, nameLikeness),
    toBirthDateReason(one, other),
    toDocumentReason(one, other),
    share(one.emails, other.emails) ? toReason('email', 'The same e-mail address', points.email) : undefined,
    share(one.phones, other.phones) ? toReason('phone', 'The same phone', points.phone) : undefined,
  ].filter((reason) => reason !== undefined);
  const sum = reasons.reduce((total, reason) => total + reason.points, 0);
  return { score: Math.max(0, Math.min(100, sum)), reasons };
}

function toNameReason(one: PersonMarks, other: PersonMarks, alike: number): LikenessReason | undefined {
  if (one.name !== undefined && one.name === other.name) return toReason('name', 'The same name', points.name);
  if (alike < leastAlike) return undefined;
  return toReason('name_alike', 'Names that sound or are written alike', points.nameAlike);
}

function toBirthDateReason(one: PersonMarks, other: PersonMarks): LikenessReason | undefined {
  if (one.birthDate === undefined || other.birthDate === undefined) return undefined;
  return one.birthDate === other.birthDate
    ? toReason('birth_date', 'The same birth date', points.birthDate)
    : toReason('birth_date_differs', 'Different birth dates', points.birthDateDiffers);
}

/** Documents are renewed, so that two numbers say little. */
function toDocumentReason(one: PersonMarks, other: PersonMarks): LikenessReason | undefined {
  if (one.documents.length === 0 || other.documents.length === 0) return undefined;
  return share(one.documents, other.documents)
    ? toReason('document', 'The same document number', points.document)
    : toReason('document_differs', 'Different document numbers', points.documentDiffers);
}

function toReason(code: LikenessCode, text: string, worth: number): LikenessReason {
  return { code, text, points: worth };
}

function share(ones: readonly string[], others: readonly string[]): boolean {
  return ones.some((one) => others.includes(one));
}
