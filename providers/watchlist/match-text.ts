import { toLocalDate } from '../../src/domain/calendar.ts';
import { dismissedCode, toEntryMark } from '../../src/domain/entry-mark.ts';
import type { Reason } from '../../src/domain/finding.ts';
import type { MatchDismissal } from '../../src/ports/dismissals.ts';
import type { MatchPart, WatchlistMatch } from '../../src/ports/watchlists.ts';

/** Longer than any real explanation, and within what an answer may hold. */
const longestText = 3_800;

/** Everything that speaks for and against a match, so that somebody can follow it without the list at hand. */
export function toMatchReason(match: WatchlistMatch): Reason {
  const forIt = match.parts.filter(({ units }) => units > 0);
  const unmatched = match.parts.filter(({ units }) => units === 0);
  const against = match.parts.filter(({ units }) => units < 0);
  const sentences = [
    `${toCapital(match.strength ?? 'possible')} match with ${toEntryName(match)}`,
    `Score ${toScore(match.units)}, a match from ${toScore(match.thresholdUnits)}`,
    `For it: ${forIt.map(toLine).join('; ')}`,
    ...(against.length === 0 ? [] : [`Against it: ${against.map(toLine).join('; ')}`]),
    ...(unmatched.length === 0 ? [] : [`Also: ${unmatched.map(({ text }) => text).join('; ')}`]),
    ...(match.programmes.length === 0 ? [] : [`Listed for: ${match.programmes.join(', ')}`]),
    ...(match.listedOn === undefined ? [] : [`Listed on ${match.listedOn}`]),
    ...match.links.slice(0, 1),
  ];
  return { code: 'watchlist.match', text: cut(sentences.join('. ')) };
}

/** What people said at a property, with its IANA time zone: what happened there has its day. */
export type SaidDismissal = Omit<MatchDismissal, 'person'> & { readonly timeZone: string };

/** Why an entry that would match is left out. */
export function toDismissedReason(match: WatchlistMatch, dismissal: SaidDismissal): Reason {
  const { dismissedBy, dismissedAt, timeZone, validUntil, reason } = dismissal;
  const until = validUntil === undefined ? '' : `, until ${validUntil}`;
  const said = `${dismissedBy} said on ${toLocalDate(dismissedAt, timeZone)}${until}: ${reason}`;
  return { code: dismissedCode, text: cut(`Not the same person as ${toEntryName(match)}. ${said}`) };
}

/** How an entry is named in a reason. List and entry in brackets are what a person's judgement is bound to. */
function toEntryName({ listedName, listTitle, listId, entryId, reference }: WatchlistMatch): string {
  const known = reference === undefined ? '' : ` as ${reference}`;
  return `“${listedName}” on ${listTitle}${known} ${toEntryMark(listId, entryId)}`;
}

function toLine({ text, units }: MatchPart): string {
  return `${text} ${units < 0 ? '−' : '+'}${toScore(Math.abs(units))}`;
}

/** Units as a score; exact, so that what is shown adds up. */
function toScore(units: number): string {
  return String(units / 100_000);
}

function toCapital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function cut(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}
