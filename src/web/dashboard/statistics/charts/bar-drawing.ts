import UPlot, { type Series } from 'uplot';
import { toNumberText } from '../../i18n/formats.ts';
import { toAxes, toCountSplits, toCountTop } from './axes.ts';
import { type ChartColour, readColour, toFill } from './chart-colours.ts';
import type { Drawing } from './plot.tsx';

export interface BarLayer {
  readonly colour: ChartColour;
  /** One for each label. */
  readonly counts: readonly number[];
}

const widestBarPx = 48;

/** Counts as bars from 0, the layers on top of each other, the first at the bottom. */
export function toBarDrawing(labels: readonly string[], layers: readonly BarLayer[]): Drawing {
  const heights = toHeights(labels.length, layers);
  const top = toCountTop(Math.max(0, ...(heights.at(-1) ?? [])));
  // The highest is drawn first, and what lies below it over it.
  const drawn = layers.map(({ colour }, index) => ({ colour, heights: heights[index] ?? [] })).toReversed();
  return {
    options: {
      ...toAxes({ labels, toValueText: toNumberText, top, toSplits: toCountSplits }),
      ...toQuietCursor(),
      series: [{}, ...drawn.map(({ colour }) => toBarSeries(colour))],
    },
    data: [labels.map((_, place) => place), ...drawn.map((layer) => layer.heights)],
  };
}

export function toQuietCursor() {
  return {
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    legend: { show: false },
  } as const;
}

function toHeights(places: number, layers: readonly BarLayer[]): number[][] {
  const below = Array.from({ length: places }, () => 0);
  return layers.map(({ counts }) =>
    counts.map((count, place) => {
      below[place] = (below[place] ?? 0) + count;
      return below[place];
    }),
  );
}

function toBarSeries(colour: ChartColour): Series {
  const paths = UPlot.paths.bars?.({ size: [0.7, widestBarPx] });
  return {
    fill: (plot) => toFill(plot.ctx, colour),
    stroke: () => readColour('surface'),
    width: 1,
    points: { show: false },
    ...(paths !== undefined && { paths }),
  };
}
