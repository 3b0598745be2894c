import { useMemo } from 'preact/hooks';
import { toDayText, toMonthText, toNumberText, toPercentText } from '../i18n/formats.ts';
import { language, t } from '../i18n/texts.ts';
import { ChartCard } from './chart-card.tsx';
import { toBarDrawing } from './charts/bar-drawing.ts';
import { toShareDrawing } from './charts/share-drawing.ts';
import type { Figures } from './figures.ts';

type Step = Figures['overTime'][number];

/** From the bottom of a bar to its top: who is fine first. */
const outcomes = ['clear', 'approved', 'review', 'flagged', 'declined'] as const;

/** What stays came to, over time, and how many of them needed nobody. */
export function OutcomeCards({ figures }: { readonly figures: Figures }) {
  const { overTime, step } = figures;
  const labels = useMemo(() => overTime.map(({ start }) => toStepText(start, step)), [figures, language.value]);
  const note = step === 'day' ? undefined : t(`statistics.cut.${step}`);
  return (
    <>
      <OutcomesCard figures={figures} labels={labels} note={note} />
      <ClearedCard figures={figures} labels={labels} />
    </>
  );
}

interface CardProps {
  readonly figures: Figures;
  readonly labels: readonly string[];
  readonly note?: string | undefined;
}

function OutcomesCard({ figures: { overTime, step }, labels, note }: CardProps) {
  const drawing = useMemo(
    () =>
      toBarDrawing(
        labels,
        outcomes.map((colour) => ({ colour, counts: overTime.map((one) => one.outcomes[colour]) })),
      ),
    [labels],
  );
  const columns = [
    { text: t(`statistics.steps.${step}`) },
    ...[...outcomes.map((outcome) => t(`states.${outcome}`)), t('statistics.stays')].map((text) => ({
      text,
      isNumber: true,
    })),
  ];
  const rows = overTime.map((one, place) => ({
    key: one.start,
    cells: [
      labels[place] ?? '',
      ...outcomes.map((outcome) => toNumberText(one.outcomes[outcome])),
      toNumberText(countStays(one)),
    ],
  }));
  return (
    <ChartCard
      title={t('statistics.overTime.title')}
      means={t(`statistics.overTime.${step}`)}
      legend={<Legend />}
      {...{ columns, rows, drawing, note }}
      isWide
    />
  );
}

function Legend() {
  return (
    <ul class="legend-row">
      {outcomes.map((outcome) => (
        <li key={outcome}>
          <span class={`swatch swatch-${outcome}`} aria-hidden="true" />
          {t(`states.${outcome}`)}
        </li>
      ))}
    </ul>
  );
}

function ClearedCard({ figures: { overTime, step }, labels }: CardProps) {
  const shares = overTime.map((one) => (countStays(one) === 0 ? null : one.outcomes.clear / countStays(one)));
  const drawing = useMemo(() => toShareDrawing(labels, shares), [labels]);
  const columns = [
    { text: t(`statistics.steps.${step}`) },
    { text: t('statistics.tiles.cleared.title'), isNumber: true },
    { text: t('statistics.stays'), isNumber: true },
  ];
  const rows = overTime.map((one, place) => {
    const share = shares[place] ?? null;
    const text = share === null ? '–' : toPercentText(share);
    return { key: one.start, cells: [labels[place] ?? '', text, toNumberText(countStays(one))] };
  });
  return (
    <ChartCard
      title={t('statistics.tiles.cleared.title')}
      means={t('statistics.clearedOverTime')}
      {...{ columns, rows, drawing }}
    />
  );
}

function countStays({ outcomes: counts }: Step): number {
  return outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
}

function toStepText(start: string, step: Figures['step']): string {
  return step === 'month' ? toMonthText(start) : toDayText(start, 'brief');
}
