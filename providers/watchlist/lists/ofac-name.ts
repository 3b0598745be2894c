import type { NameParts } from './person-draft.ts';

export interface OfacName {
  readonly full: string;
  readonly parts: NameParts;
}

/** OFAC writes `FAMILY, Given`; the first comma parts them, as in `DOE, John, Jr.`. A name without one stays whole. */
export function toOfacName(text: string): OfacName {
  const comma = text.indexOf(',');
  if (comma < 0) return { full: text, parts: {} };
  const family = text.slice(0, comma).trim();
  const given = text.slice(comma + 1).trim();
  return { full: `${given} ${family}`.trim(), parts: { given, family } };
}

/** The publisher's page about an entry. */
export function toOfacLink(entryId: string): string {
  return `https://sanctionssearch.ofac.treas.gov/Details.aspx?id=${encodeURIComponent(entryId)}`;
}
