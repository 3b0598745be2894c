import { type Rate, toRate } from './shares.ts';

/** How many stays of a group took one path, e.g. `flagged>approved`. */
export interface PathCount {
  readonly value: string;
  readonly path: string;
  readonly stays: number;
}

export interface DisparityRates {
  readonly stays: number;
  /** The policy concluded review or flagged. */
  readonly concern: Rate;
  readonly flagged: Rate;
  readonly declined: Rate;
  /** Approved by a person, of those with a concern that were decided. */
  readonly falseAlarms: Rate;
}

export interface DisparityGroup {
  readonly value: string;
  readonly rates: DisparityRates;
  readonly stands: 'higher' | 'lower' | 'within';
}

export interface DisparityTable {
  readonly overall: DisparityRates;
  /** Largest first. */
  readonly groups: readonly DisparityGroup[];
  readonly hidden: { readonly groups: number; readonly stays: number };
}

/** Of fewer, a rate tells of chance and of single people. */
export const smallestGroup = 20;

export const disparityReading: readonly string[] = [
  'Each line is a group of stays, with how often the rules had a concern, and between which shares the true one lies in 95 of 100 cases.',
  '“Higher” means that the whole interval of the group lies above that of all other stays together: a reason to look at the rules, and no proof that they are unfair.',
  'Of every 20 groups one is expected to stand out by chance alone.',
  'A high share of false alarms in one group means that people keep overruling the rules there: try a changed policy on past cases before it counts.',
  'A country, the script of a name or a language is no reason to decline anybody. The policy cannot use them; checks may still hit some names more often than others.',
  'Languages are those that guests wrote their own form in; stays without such a form are not among them, so that people who were asked something are compared with others who were.',
  'Groups of fewer than 20 stays are not shown, so that no line tells of single people.',
];

export function toDisparityTable(counts: readonly PathCount[]): DisparityTable {
  const byValue = new Map<string, PathCount[]>();
  for (const count of counts) byValue.set(count.value, [...(byValue.get(count.value) ?? []), count]);
  const groups = [...byValue].map(([value, paths]) => ({ value, paths, stays: sum(paths) }));
  const shown = groups.filter(({ stays }) => stays >= smallestGroup);
  const hidden = groups.filter(({ stays }) => stays > 0 && stays < smallestGroup);
  return {
    overall: toRates(counts),
    groups: shown
      .sort((one, other) => other.stays - one.stays || (one.value < other.value ? -1 : 1))
      .map(({ value, paths }) => ({ value, rates: toRates(paths), stands: compare(value, paths, counts) })),
    hidden: { groups: hidden.length, stays: hidden.reduce((total, { stays }) => total + stays, 0) },
  };
}

function toRates(paths: readonly PathCount[]): DisparityRates {
  const count = (matches: (machine: string, shown: string) => boolean) =>
    sum(
      paths.filter(({ path }) => {
        const [machine = '', shown = ''] = path.split('>');
        return matches(machine, shown);
      }),
    );
  const stays = sum(paths);
  const isDecided = (shown: string) => shown === 'approved' || shown === 'declined';
  const overruled = count((machine, shown) => machine !== 'clear' && shown === 'approved');
  return {
    stays,
    concern: toRate(
      count((machine) => machine !== 'clear'),
      stays,
    ),
    flagged: toRate(
      count((machine) => machine === 'flagged'),
      stays,
    ),
    declined: toRate(
      count((_, shown) => shown === 'declined'),
      stays,
    ),
    falseAlarms: toRate(
      overruled,
      count((machine, shown) => machine !== 'clear' && isDecided(shown)),
    ),
  };
}

/** Against all others together; `within` where there are none. */
function compare(value: string, paths: readonly PathCount[], counts: readonly PathCount[]): DisparityGroup['stands'] {
  const own = toRates(paths).concern;
  const others = toRates(counts.filter((count) => count.value !== value)).concern;
  if (others.of < smallestGroup || own.from === undefined || others.from === undefined) return 'within';
  if (own.from > (others.to ?? 1)) return 'higher';
  return (own.to ?? 0) < others.from ? 'lower' : 'within';
}

function sum(counts: readonly PathCount[]): number {
  return counts.reduce((total, { stays }) => total + stays, 0);
}
