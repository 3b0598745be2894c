import { toLocalMinute } from './calendar.ts';
import type { Finding } from './finding.ts';
import { type Screening, type ScreeningStatus, type ShownOutcome, toShownOutcome } from './screening.ts';

/** The guest fields that the service owns in the PMS, by shortcode. Values are what staff read there. */
export interface ShownFields {
  readonly screening_status: string;
  readonly screening_outcome: string;
  readonly screening_summary: string;
  readonly screening_updated: string;
  readonly screening_link: string;
}

export type ShownField = keyof ShownFields;

export const summaryLimit = 255;

const statusWords: Readonly<Record<Exclude<ScreeningStatus, 'stopped'>, string>> = {
  in_progress: 'In progress',
  waiting_for_guest: 'Waiting for guest',
  completed: 'Completed',
  failed: 'Failed',
};

const outcomeWords: Readonly<Record<ShownOutcome, string>> = {
  clear: 'Clear',
  review: 'Review',
  flagged: 'Flagged',
  approved: 'Approved',
  declined: 'Declined',
};

/**
 * What the PMS should show of a screening; `undefined` for a stopped one, of which it keeps what it shows. `formUrl` is the
 * guest's form, while it is open.
 */
export function toShownFields(screening: Screening, timeZone: string, formUrl?: string): ShownFields | undefined {
  if (screening.status === 'stopped') return undefined;
  const outcome = toShownOutcome(screening);
  return {
    screening_status: statusWords[screening.status],
    screening_outcome: outcome === undefined ? '' : outcomeWords[outcome],
    screening_summary: toSummary(screening.findings),
    screening_updated: toLocalMinute(screening.updatedAt, timeZone),
    screening_link: toGuestLink(screening, formUrl),
  };
}

/** The form, or else the page that a check waits for. A link that is cut leads nowhere: none is better. */
function toGuestLink({ status, findings }: Screening, formUrl: string | undefined): string {
  const waiting = status === 'waiting_for_guest' ? findings.filter(({ result }) => result === 'pending') : [];
  const link = formUrl ?? waiting.map(({ guestUrl }) => guestUrl).find((url) => url !== undefined) ?? '';
  return link.length <= summaryLimit ? link : '';
}

/** Each check in plain words, e.g. `House list: clear · Booking rules: one night, short notice`. */
export function toSummary(findings: readonly Finding[]): string {
  const summary = findings.map((finding) => `${finding.label}: ${toWords(finding)}`).join(' · ');
  return toCutText(withoutLongNumbers(toOneLine(summary)), summaryLimit);
}

/** The same as one note, whose first line is how it is found again. */
export function toNote(fields: ShownFields): string {
  const outcome = fields.screening_outcome === '' ? 'no outcome yet' : fields.screening_outcome;
  const lines = [`${noteHeading} ${fields.screening_status} – ${outcome}`, fields.screening_summary];
  if (fields.screening_link !== '') lines.push(`Form: ${fields.screening_link}`);
  lines.push(`Updated ${fields.screening_updated}`);
  return lines.filter((line) => line !== '').join('\n');
}

export const noteHeading = 'Guest screening:';

function toWords(finding: Finding): string {
  switch (finding.result) {
    case 'clear':
      return finding.note === undefined ? 'clear' : `clear (${finding.note})`;
    case 'match':
      return finding.note ?? `${finding.strength ?? 'possible'} match`;
    case 'incomplete':
      return 'more needed';
    case 'pending':
      return 'waiting for an answer';
    case 'unavailable':
      return 'could not be asked';
  }
}

function toOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The PMS refuses digit strings longer than 12 that pass the Luhn check, as payment data: none is sent. */
function withoutLongNumbers(text: string): string {
  return text.replace(/\d(?:[ .-]?\d){12,}/g, '…');
}

function toCutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const halfACharacter = /[\uD800-\uDBFF]$/;
  return `${text.slice(0, limit - 1).replace(halfACharacter, '')}…`;
}
