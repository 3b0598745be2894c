import { isRelayEmail } from '../relay-emails.ts';
import type { LocalDate } from '../subject.ts';

/** What a person can be recognised by, made comparable. `sound` is the same for names that may be one in any script. */
export interface PersonMarks {
  /** All words of the name, if there are at least two. */
  readonly name?: string;
  readonly sound?: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly documents: readonly string[];
  readonly birthDate?: LocalDate;
}

/**
 * The rules by which a guest joins a card without being asked, surest first. All need two things that agree: a family shares
 * an address, a phone and sometimes the document that was typed in for everybody.
 */
export const bindingRules = ['document_name', 'document_birth', 'name_birth', 'email_name', 'phone_name'] as const;

export type BindingRule = (typeof bindingRules)[number];

/** What merely makes two cards worth comparing. */
type HintKind = 'document' | 'email' | 'phone' | 'sound';

/** Personal data: to be kept as keyed digests only. */
export interface Trait {
  readonly kind: BindingRule | HintKind;
  readonly value: string;
}

export function toTraits({ name, sound, emails, phones, documents, birthDate }: PersonMarks): readonly Trait[] {
  const own = emails.filter((email) => !isRelayEmail(email));
  const pair = (kind: BindingRule, one: string | undefined, other: string | undefined): Trait[] =>
    one === undefined || other === undefined ? [] : [toTrait(kind, [one, other])];
  return [
    ...documents.flatMap((document) => pair('document_name', document, name)),
    ...documents.flatMap((document) => pair('document_birth', document, birthDate)),
    ...pair('name_birth', name, birthDate),
    ...own.flatMap((email) => pair('email_name', email, name)),
    ...phones.flatMap((phone) => pair('phone_name', phone, name)),
    ...documents.map((document) => toTrait('document', [document])),
    ...own.map((email) => toTrait('email', [email])),
    ...phones.map((phone) => toTrait('phone', [phone])),
    ...(sound === undefined ? [] : [toTrait('sound', [sound])]),
  ];
}

function toTrait(kind: Trait['kind'], parts: readonly string[]): Trait {
  return { kind, value: `${kind}:${JSON.stringify(parts)}` };
}

export function isBindingRule(kind: Trait['kind']): kind is BindingRule {
  return (bindingRules as readonly string[]).includes(kind);
}

/** Somebody on a card who shares a binding trait with a guest that is new. */
export interface BindingCandidate {
  readonly memberNo: number;
  readonly profileNo: number;
  readonly rule: BindingRule;
  /** `unknown` where either has no birth date. */
  readonly birthDates: 'same' | 'different' | 'unknown';
}

/**
 * The card that a guest joins: by the surest rule, among equals the oldest. Two birth dates are two people, unless the
 * document says otherwise: father and son share name, address and phone.
 */
export function chooseCard(candidates: readonly BindingCandidate[]): BindingCandidate | undefined {
  const usable = candidates.filter(({ rule, birthDates }) => birthDates !== 'different' || rule === 'document_name');
  return [...usable].sort((one, other) => toRank(one) - toRank(other) || one.memberNo - other.memberNo)[0];
}

function toRank({ rule }: BindingCandidate): number {
  return bindingRules.indexOf(rule);
}
