import { availableParallelism, cpus, loadavg } from 'node:os';
import { toMedian } from './statistics.ts';

export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** One of each round. */
  readonly values: readonly number[];
  readonly goal?: { readonly atLeast: number } | { readonly atMost: number };
}

/** A line for each figure: the median of its rounds and their spread; and last, one line of JSON for machines. */
export function printReport(bench: string, figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ name }) => name.length));
  console.log(`\n${bench}`);
  for (const figure of figures) console.log(`  ${figure.name.padEnd(width)}  ${toText(figure)}`);
  console.log(JSON.stringify(toRecord(bench, figures)));
}

function toText({ values, unit, goal }: Figure): string {
  const median = toMedian(values);
  const spread = values.length < 2 ? '' : ` (${toShort(Math.min(...values))} – ${toShort(Math.max(...values))})`;
  const told = goal === undefined ? '' : `  goal ${toGoalText(goal)}: ${isMet(median, goal) ? 'met' : 'MISSED'}`;
  return `${toShort(median)} ${unit}${spread}${told}`;
}

function toRecord(bench: string, figures: readonly Figure[]) {
  const entries = figures.map((figure) => [figure.name, toMedian(figure.values)] as const);
  return {
    bench,
    figures: Object.fromEntries(entries.map(([name, median]) => [name, toRounded(median)])),
    spread: Object.fromEntries(
      figures
        .filter(({ values }) => values.length > 1)
        .map(({ name, values }) => [name, [toRounded(Math.min(...values)), toRounded(Math.max(...values))]]),
    ),
    missed: figures.filter(({ goal, values }) => goal && !isMet(toMedian(values), goal)).map(({ name }) => name),
    machine: {
      cores: availableParallelism(),
      processor: cpus()[0]?.model ?? 'unknown',
      node: process.version,
      // Over the last minute, this bench included: more than the cores means that it waited for others.
      load: toRounded(loadavg()[0] ?? NaN),
    },
  };
}

type Goal = NonNullable<Figure['goal']>;

function isMet(value: number, goal: Goal): boolean {
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}

function toGoalText(goal: Goal): string {
  return 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
}

function toShort(value: number): string {
  return toRounded(value).toLocaleString('en-GB', { maximumFractionDigits: 3 });
}

/** Three digits that count; a whole number keeps all of its own. */
function toRounded(value: number): number {
  if (Math.abs(value) >= 1_000) return Math.round(value);
  return Number(value.toPrecision(3));
}
