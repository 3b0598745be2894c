import type { ShownField, ShownFields } from './shown-fields.ts';
import type { Instant } from './subject.ts';

/**
 * What becomes of a field of ours that shows something else than we wrote. `repair`: it is written again · `respect`: what
 * staff wrote stands until we have something new to say.
 */
export type DriftHandling = 'repair' | 'respect';

/**
 * `seen` it is to be written again · `repaired` it was · `respected` what staff wrote stands · `contested` it was written
 * again too often, and is left alone · `missing` the field is not there to be written · `cut` it holds less than we say.
 */
export type DriftState = 'seen' | 'repaired' | 'respected' | 'contested' | 'missing' | 'cut';

/** What the PMS shows otherwise than it was told, in one place. The note counts as a place. */
export interface Drift {
  readonly field: ShownField | 'note';
  readonly state: DriftState;
  /** When it was first seen; repairs are counted for a day from then. */
  readonly since: Instant;
  readonly repairs: number;
}

/** As the PMS lists them: a field that it does not speak of, or that is archived, is absent. */
export type FoundFields = Partial<ShownFields>;

export interface Found {
  readonly told: ShownFields;
  readonly found: FoundFields;
  readonly drift: readonly Drift[];
  readonly handling: DriftHandling;
  /** Fields that other guests of the property had to be given up on within the day. */
  readonly contestedElsewhere: ReadonlySet<string>;
  readonly at: Instant;
}

export interface DriftVerdict {
  /** What the PMS is known to show: what is to be written again is told no longer. */
  readonly told: ShownFields;
  readonly drift: readonly Drift[];
  /** Those that have to be written again. */
  readonly repairs: readonly ShownField[];
  /** Those that were given up just now. */
  readonly contested: readonly ShownField[];
}

/** So often is the same field of the same guest written again within a day. Then somebody must look. */
export const mostRepairs = 3;
const dayMs = 86_400_000;

/** Holds what a field shows against what was written there. */
export function judgeDrift({ told, found, drift, ...ruling }: Found): DriftVerdict {
  const verdict = { told: { ...told }, drift: new Map(drift.map((one) => [one.field, one])) };
  const repairs: ShownField[] = [];
  const contested: ShownField[] = [];
  for (const [name, value] of Object.entries(found) as [ShownField, string][]) {
    const known = verdict.drift.get(name);
    if (isSame(value, told[name])) {
      if (known?.state === 'respected' || known?.state === 'contested') verdict.drift.delete(name);
      continue;
    }
    const next = toNext(name, known, ruling);
    verdict.drift.set(name, next);
    if (next.state === 'seen') {
      verdict.told[name] = value;
      repairs.push(name);
    }
    if (next.state === 'contested' && known?.state !== 'contested') contested.push(name);
  }
  return { told: verdict.told, drift: [...verdict.drift.values()], repairs, contested };
}

type Ruling = Pick<Found, 'handling' | 'contestedElsewhere' | 'at'>;

function toNext(field: ShownField, known: Drift | undefined, { handling, contestedElsewhere, at }: Ruling): Drift {
  const isToday = known !== undefined && isSameDay(known, at);
  const { since, repairs } = isToday ? known : { since: at, repairs: 0 };
  if (handling === 'respect') return { field, state: 'respected', since, repairs };
  const isContested = repairs >= mostRepairs || contestedElsewhere.has(field);
  return { field, state: isContested ? 'contested' : 'seen', since, repairs };
}

function isSameDay({ since }: Drift, at: Instant): boolean {
  return Date.parse(at) - Date.parse(since) < dayMs;
}

/** Whether every field shows what was written there. */
export function isAsTold(found: FoundFields, told: ShownFields): boolean {
  return (Object.entries(found) as [ShownField, string][]).every(([name, value]) => isSame(value, told[name]));
}

/** A PMS may trim and escape; and of what was too long for a field the beginning was written, with an ellipsis. */
function isSame(found: string, told: string): boolean {
  const [one, other] = [toPlain(found), toPlain(told)];
  return one === other || (one.endsWith('…') && other.startsWith(one.slice(0, -1)));
}

const escapes: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>' },
  ...{ '&quot;': '"', '&#39;': "'", '&#039;': "'", '&middot;': '·' },
};

function toPlain(text: string): string {
  const unescaped = text.replace(/&(?:amp|lt|gt|quot|#0?39|middot);/g, (escape) => escapes[escape] ?? escape);
  return unescaped.replace(/\s+/g, ' ').trim();
}

export interface Written {
  /** Those that were sent. */
  readonly fields: readonly ShownField[];
  readonly missing: readonly ShownField[];
  readonly cut: readonly ShownField[];
  readonly at: Instant;
}

/** What is left of it once fields were written: a repair is counted, and what was respected has been said anew. */
export function toDriftAfterWrite(drift: readonly Drift[], { fields, missing, cut, at }: Written): readonly Drift[] {
  const left = new Map(drift.map((one) => [one.field, one]));
  for (const field of fields) {
    const known = left.get(field);
    left.delete(field);
    if (known?.state === 'seen') left.set(field, { ...known, state: 'repaired', repairs: known.repairs + 1 });
    else if (known?.state === 'repaired' && isSameDay(known, at)) left.set(field, known);
  }
  for (const field of cut) left.set(field, { since: at, repairs: 0, ...left.get(field), field, state: 'cut' });
  for (const field of missing) left.set(field, { since: at, repairs: 0, ...left.get(field), field, state: 'missing' });
  return [...left.values()];
}
