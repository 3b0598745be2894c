import type { Half, JudgedSet } from './judged-set.ts';
import { FLOORS, type Floor } from './floors.ts';
import { inHalf, recallAt, scoreSet, thresholdAt, type Recall, type Scores } from './measure.ts';

const ALERT_SHARES = [0.001, 0.01] as const;
const HALVES: readonly Half[] = ['development', 'held_out'];

export interface ReportLine {
  readonly set: string;
  readonly birthDate: boolean;
  readonly alertShare: number;
  readonly half: Half;
  /** `all`, or a script, a kind of difference, a pair of lists. */
  readonly kind: string;
  readonly threshold: number;
  readonly recall: number;
  readonly of: number;
}

/** Every figure of a set: with and without birth dates, at both shares of alerts, in both halves, by kind. */
export function reportOn(set: JudgedSet): ReportLine[] {
  return [false, true].flatMap((birthDate) => {
    const scores = scoreSet(set, birthDate);
    const kinds = ['all', ...new Set(set.listed.flatMap(({ kinds: own }) => own))].sort();
    return ALERT_SHARES.flatMap((alertShare) =>
      HALVES.flatMap((half) =>
        kinds.map((kind) => ({
          set: set.id,
          birthDate,
          alertShare,
          half,
          kind,
          ...figures(scores, { alertShare, half, kind }),
        })),
      ),
    ).filter(({ of }) => of > 0);
  });
}

function figures(scores: Scores, { alertShare, half, kind }: Pick<ReportLine, 'alertShare' | 'half' | 'kind'>) {
  const threshold = thresholdAt(scores, alertShare);
  const isKept = inHalf(half);
  const { found, of }: Recall = recallAt(
    scores,
    threshold,
    (query) => isKept(query) && (kind === 'all' || query.kinds.includes(kind)),
  );
  return { threshold, recall: of === 0 ? 0 : found / of, of };
}

export interface Failure {
  readonly floor: Floor;
  readonly recall: number;
}

/** The floors that the held-out halves of the measured sets do not reach. */
export function belowFloor(lines: readonly ReportLine[]): Failure[] {
  return FLOORS.flatMap((floor) => {
    const line = lines.find(
      ({ set, birthDate, alertShare, half, kind }) =>
        half === 'held_out' &&
        set === floor.set &&
        birthDate === floor.birthDate &&
        alertShare === floor.alertShare &&
        kind === (floor.kind ?? 'all'),
    );
    return line === undefined || line.recall >= floor.recall ? [] : [{ floor, recall: line.recall }];
  });
}

export function toMarkdown(lines: readonly ReportLine[]): string {
  const rows = lines.map(
    ({ set, birthDate, alertShare, half, kind, recall, of }) =>
      `| ${set} | ${birthDate ? 'yes' : 'no'} | ${alertShare * 100} % | ${kind} | ${half.replace('_', '-')} | ${recall.toFixed(3)} | ${of} |`,
  );
  return [
    '| set | birth date | alerts | kind | half | recall | queries |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
