import type { Schema } from '../../../client/client.ts';
import { toPercentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';

interface IntervalProps {
  readonly rate: Schema<'Rate'>;
  /** Of all groups together: the line to compare with. */
  readonly overall: number | null;
}

/** A share with the range that the true one lies in, said and drawn on a scale from 0 to 100 %. */
export function Interval({ rate: { share, from, to }, overall }: IntervalProps) {
  if (share === null || from === null || to === null) return '–';
  const at = (value: number) => `${(value * 100).toFixed(1)}%`;
  return (
    <span class="interval">
      <span class="numbers">
        {toPercentText(share)}{' '}
        <span class="faint">
          ({t('statistics.disparity.range', { from: toPercentText(from), to: toPercentText(to) })})
        </span>
      </span>
      <span class="interval-scale" aria-hidden="true">
        <span class="interval-range" style={{ insetInlineStart: at(from), inlineSize: at(to - from) }} />
        <span class="interval-point" style={{ insetInlineStart: at(share) }} />
        {overall !== null && <span class="interval-overall" style={{ insetInlineStart: at(overall) }} />}
      </span>
    </span>
  );
}
