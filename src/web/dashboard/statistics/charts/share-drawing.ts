import { toPercentText } from '../../i18n/formats.ts';
import { toAxes } from './axes.ts';
import { toQuietCursor } from './bar-drawing.ts';
import { readColour } from './chart-colours.ts';
import type { Drawing } from './plot.tsx';

/** Shares from 0 to 1 as a line with a point for each; where there is none, the line has a gap. */
export function toShareDrawing(labels: readonly string[], shares: readonly (number | null)[]): Drawing {
  const stroke = () => readColour('accent');
  return {
    options: {
      ...toAxes({ labels, toValueText: toPercentText, top: 1, toSplits: () => [0, 0.25, 0.5, 0.75, 1] }),
      ...toQuietCursor(),
      series: [{}, { stroke, width: 2, spanGaps: false, points: { show: true, size: 7, fill: stroke, stroke } }],
    },
    data: [labels.map((_, place) => place), [...shares]],
  };
}
