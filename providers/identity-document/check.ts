import { plusMs } from '../../src/domain/calendar.ts';
import type { CheckAnswer, MatchStrength } from '../../src/domain/finding.ts';
import type { CheckContext, CheckProvider, DeclaredFields } from '../../src/ports/check-provider.ts';
import type { Doubt } from './doubt.ts';
import { type EnteredDocument, listMissing, toEnteredDocument } from './entered-document.ts';
import { listEntryDoubts } from './entry-doubts.ts';
import { findMachineReadableZone } from './machine-readable-zone.ts';
import { manifest } from './manifest.ts';
import { listZoneDoubts } from './zone-doubts.ts';

export const identityDocument: CheckProvider = {
  manifest,
  check: (fields, context) => Promise.resolve(check(fields, context)),
};

/** What is asked of a date goes by the latest that it can be anywhere: a hotel's own today is not known here. */
const halfADayMs = 14 * 3_600_000;

function check(fields: DeclaredFields, { settings, now }: CheckContext): CheckAnswer {
  const entered = toEnteredDocument(fields);
  const zone = entered.mrz === undefined ? undefined : findMachineReadableZone(entered.mrz);
  const doubts = [
    ...listZoneDoubts(entered, zone),
    ...listEntryDoubts(entered, {
      expiresOn: entered.expiresOn ?? zone?.expiresOn,
      today: plusMs(now, halfADayMs).slice(0, 10),
      minimumAgeYears: Number(settings.minimumAgeYears),
    }),
  ];
  if (doubts.length > 0) return toMatch(doubts);
  const missing = settings.isRequired === true ? listMissing(entered) : [];
  if (missing.length === 0) return { result: 'clear', reasons: [], ...(isEntered(entered) ? {} : noneEntered) };
  const reason = { code: 'document.missing', text: 'No whole identity document has been entered' };
  return { result: 'incomplete', missing, reasons: [reason] };
}

/** So that staff do not take a document for seen of which nobody has entered anything. */
const noneEntered = { note: 'none entered' };

function isEntered({ number, mrz }: EnteredDocument): boolean {
  return number !== undefined || mrz !== undefined;
}

function toMatch(doubts: readonly Doubt[]): CheckAnswer {
  const strength: MatchStrength = doubts.some((doubt) => doubt.strength === 'likely') ? 'likely' : 'possible';
  const reasons = doubts.map(({ reason }) => reason);
  return { result: 'match', strength, reasons, note: reasons.length === 1 ? '1 doubt' : `${reasons.length} doubts` };
}
