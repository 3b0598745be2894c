import { findBirthDate } from './birth-date.ts';
import { findOfacDocument } from './ofac-documents.ts';
import { toOfacName } from './ofac-name.ts';
import type { PersonDraft } from './person-draft.ts';

const readers: readonly (readonly [RegExp, (draft: PersonDraft, value: string) => void])[] = [
  [/^DOB (.+)$/, (draft, value) => draft.addBirthDate(findBirthDate(value))],
  [/^POB (.+)$/, (draft, value) => draft.addBirthPlace(value)],
  [/^(?:nationality|citizen) (.+)$/, (draft, value) => draft.addCountry(value)],
  [/^Gender (.+)$/, (draft, value) => draft.setGender(value)],
  [/^[afn]\.k\.a\. '(.+)'$/, addWeakAlias],
  [/^Linked To: .*$/, () => undefined],
];

/**
 * What OFAC's free-text remarks say of a person: `DOB 01 Jan 1970; alt. DOB 1971; POB Basra, Iraq; nationality Iraq;
 * Gender Male; Passport A123 (Iraq) expires 12 Nov 2012; a.k.a. 'ABU NOUR'.` A name in quotes is a weak alias, by
 * OFAC's own account (FAQ 123).
 */
export function readOfacRemarks(remarks: string, draft: PersonDraft): void {
  for (const part of remarks.split(/;\s*|\.\s*(?=\(?Linked To:)|\.?\s*$/)) {
    const remark = part.trim().replace(/^alt\. /, '');
    const reader = readers.find(([pattern]) => pattern.test(remark));
    if (reader) reader[1](draft, reader[0].exec(remark)?.[1] ?? '');
    else readDocument(remark, draft);
  }
}

function addWeakAlias(draft: PersonDraft, value: string): void {
  const name = toOfacName(value);
  draft.addName(name.full, 'weak', name.parts);
}

function readDocument(remark: string, draft: PersonDraft): void {
  const { type, rest } = findOfacDocument(remark) ?? {};
  if (type === undefined || rest === undefined) return;
  const number = rest.replace(/\s+(?:issued|expires)\s.*$/, '');
  draft.addDocument({ type, number, country: findCountry(rest) });
}

/** The last thing in brackets that is no check digit. */
function findCountry(text: string): string | undefined {
  return [...text.matchAll(/\(([^()]+)\)/g)].map((match) => match[1]).findLast((said) => !/\d/.test(said ?? ''));
}
