import type { Axis, Options, Scale } from 'uplot';
import { readColour } from './chart-colours.ts';

/** Room for one label beneath the chart. */
const labelPx = 64;
type Side = NonNullable<Axis['side']>;

/** The library numbers the sides from the top, clockwise, and keeps its names of them to itself. */
const [rightSide, leftSide] = [1, 3] as unknown as readonly [Side, Side];

const font = '12px system-ui, sans-serif';

interface ChartAxes {
  /** One for each place from left to right; where there is no room for all, every second or third is written. */
  readonly labels: readonly string[];
  readonly toValueText: (value: number) => string;
  /** Where the upright axis ends; it begins at 0. */
  readonly top: number;
  readonly toSplits: (top: number) => number[];
}

/** Axes that begin at 0 and have a place of the same width for each label. In Arabic they run from right to left. */
export function toAxes({ labels, toValueText, top, toSplits }: ChartAxes): Pick<Options, 'axes' | 'scales'> {
  const isRtl = document.documentElement.dir === 'rtl';
  const look: Axis = {
    stroke: () => readColour('ink-soft'),
    grid: { stroke: () => readColour('line'), width: 1 },
    ticks: { show: false },
    font,
  };
  const x: Scale = { time: false, range: [-0.5, labels.length - 0.5], dir: isRtl ? -1 : 1 };
  return {
    scales: { x, y: { range: [0, top] } },
    axes: [
      {
        ...look,
        size: 32,
        grid: { show: false },
        splits: (plot) =>
          listPlaces(labels.length, Math.max(1, Math.floor(plot.bbox.width / devicePixelRatio / labelPx))),
        values: (_, splits) => splits.map((place) => labels[place] ?? ''),
      },
      {
        ...look,
        side: isRtl ? rightSide : leftSide,
        size: 52,
        splits: () => toSplits(top),
        values: (_, splits) => splits.map(toValueText),
      },
    ],
  };
}

function listPlaces(count: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}

const niceSteps = [1, 2, 5];

/** The end of an axis of counts: the next round number, so that every line of the grid is a whole one. */
export function toCountTop(largest: number): number {
  const step = toCountStep(largest);
  return Math.max(step, Math.ceil(largest / step) * step);
}

export function toCountSplits(top: number): number[] {
  const step = toCountStep(top);
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, index) => index * step);
}

/** So that there are four lines or so. */
function toCountStep(largest: number): number {
  const rough = Math.max(1, largest / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  return (niceSteps.find((step) => step * power >= rough) ?? 10) * power;
}
