import { toDaysBetween } from '../calendar.ts';
import type { FindingResult } from '../finding.ts';
import type { Outcome } from '../policy.ts';
import type { Acquaintance } from '../policy/situation.ts';
import type { ShownOutcome } from '../screening.ts';
import type { LocalDate } from '../subject.ts';

/** As what a stay is counted. It is kept sealed beside the counts, so that a change can be moved from one to the other. */
export interface StayFacts {
  /** The property's own day on which it was first concluded. */
  readonly day: LocalDate;
  /** From when it was found to its first outcome. */
  readonly answerS: number;
  /** What the policy concluded. */
  readonly machine: Outcome;
  readonly shown: ShownOutcome;
  readonly guest: Acquaintance | 'unknown';
  /** ISO 3166 alpha-2, or `unknown`. */
  readonly country: string;
  readonly nameScript: string;
  /** In which the guest wrote the form, as `toLanguageGroup` says; absent for those who wrote none. */
  readonly formLanguage?: string;
  /** Codes of findings, each once. */
  readonly reasons: readonly string[];
  readonly answers: readonly { readonly provider: string; readonly result: FindingResult }[];
  /** From the outcome to a person's decision. */
  readonly decisionS?: number;
  /** Days from being clear or approved to the arrival; below 0 where it came after. */
  readonly clearLeadDays?: number;
}

/** One number of a table. Some are kept by day, the rest, and all that tells of who somebody is, by month. */
export interface StatisticCell {
  readonly dimension: StatisticDimension;
  readonly period: string;
  readonly value: string;
  readonly outcome: string;
}

export type StatisticDimension =
  | 'path'
  | 'guest'
  | 'answer_time'
  | 'decision_time'
  | 'clear_lead'
  | 'reason'
  | 'provider'
  | 'country'
  | 'name_script'
  | 'form_language';

/** Upper ends of what times are counted in, in seconds. */
export const timeBucketsS: readonly number[] = [
  1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
];

export const leadBuckets = ['after_arrival', '0', '1', '2-3', '4-7', '8-30', 'over_30'] as const;

export type LeadBucket = (typeof leadBuckets)[number];

/** All that a stay adds one to. */
export function toCells(facts: StayFacts): readonly StatisticCell[] {
  const { day, machine, shown } = facts;
  const month = day.slice(0, 7);
  const path = `${machine}>${shown}`;
  const byDay: readonly PlainCell[] = [
    ['path', '', path],
    ['guest', facts.guest, ''],
    ['answer_time', toTimeBucket(facts.answerS), ''],
    ...(facts.decisionS === undefined ? [] : [['decision_time', toTimeBucket(facts.decisionS), ''] as const]),
    ...(facts.clearLeadDays === undefined ? [] : [['clear_lead', toLeadBucket(facts.clearLeadDays), ''] as const]),
  ];
  const byMonth: readonly PlainCell[] = [
    ...facts.reasons.map((code) => ['reason', code, ''] as const),
    ...facts.answers.map(({ provider, result }) => ['provider', provider, result] as const),
    ['country', facts.country, path],
    ['name_script', facts.nameScript, path],
    ...(facts.formLanguage === undefined ? [] : [['form_language', facts.formLanguage, path] as const]),
  ];
  const toCell =
    (period: string) =>
    ([dimension, value, outcome]: PlainCell) => ({ dimension, period, value, outcome });
  return [...byDay.map(toCell(day)), ...byMonth.map(toCell(month))];
}

type PlainCell = readonly [dimension: StatisticDimension, value: string, outcome: string];

export interface CellChange extends StatisticCell {
  /** Not 0. */
  readonly by: number;
}

/** What moving a stay from one state to another changes; nothing where it is the same. */
export function toCellChanges(before: StayFacts | undefined, after: StayFacts): readonly CellChange[] {
  const changes = new Map<string, CellChange>();
  const add = (one: StatisticCell, by: number) => {
    const key = JSON.stringify([one.dimension, one.period, one.value, one.outcome]);
    changes.set(key, { ...one, by: (changes.get(key)?.by ?? 0) + by });
  };
  for (const one of before === undefined ? [] : toCells(before)) add(one, -1);
  for (const one of toCells(after)) add(one, 1);
  return [...changes.values()].filter(({ by }) => by !== 0);
}

/** `60` for up to a minute; `more` beyond the last. */
export function toTimeBucket(seconds: number): string {
  return String(timeBucketsS.find((upTo) => seconds <= upTo) ?? 'more');
}

export function toLeadBucket(days: number): LeadBucket {
  if (days < 0) return 'after_arrival';
  if (days <= 1) return days === 0 ? '0' : '1';
  if (days <= 3) return '2-3';
  if (days <= 7) return '4-7';
  return days <= 30 ? '8-30' : 'over_30';
}

export function toClearLead(
  shown: ShownOutcome,
  { today, arrivesOn, before }: { today: LocalDate; arrivesOn: LocalDate; before: StayFacts | undefined },
): number | undefined {
  if (shown !== 'clear' && shown !== 'approved') return undefined;
  return before?.clearLeadDays ?? toDaysBetween(today, arrivesOn);
}

/** The writing of a name, by its first letter outside Latin; `none` where there is no letter. */
export function toNameScript(name: string): string {
  const letters = name.match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return 'none';
  const other = letters.find((letter) => !/\p{Script=Latin}/u.test(letter));
  if (other === undefined) return 'latin';
  return scripts.find(([pattern]) => pattern.test(other))?.[1] ?? 'other';
}

/** The language alone, without its region: `pt` of `pt-BR`. */
export function toLanguageGroup(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? tag;
}

const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, 'arabic'],
  [/\p{Script=Cyrillic}/u, 'cyrillic'],
  [/\p{Script=Greek}/u, 'greek'],
  [/\p{Script=Hebrew}/u, 'hebrew'],
  [/\p{Script=Han}/u, 'han'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'kana'],
  [/\p{Script=Hangul}/u, 'hangul'],
  [/\p{Script=Thai}/u, 'thai'],
  [/\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Tamil}|\p{Script=Telugu}|\p{Script=Malayalam}/u, 'indic'],
];
