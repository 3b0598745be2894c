import { useMemo } from 'preact/hooks';
import { toLengthText, toNumberText } from '../i18n/formats.ts';
import { language, t } from '../i18n/texts.ts';
import { ChartCard } from './chart-card.tsx';
import { toBarDrawing } from './charts/bar-drawing.ts';
import type { Durations, Figures } from './figures.ts';

/** How long things took, and how long they wait. */
export function TimeCards({ figures }: { readonly figures: Figures }) {
  return (
    <>
      <DurationCard name="answer" durations={figures.answerTime} />
      <DurationCard name="decision" durations={figures.decisionTime} />
      <WaitingCard figures={figures} />
      <LeadCard figures={figures} />
    </>
  );
}

export function WaitingCard({ figures }: { readonly figures: Figures }) {
  return <DurationCard name="waiting" durations={figures.openReviews.ages} />;
}

interface DurationCardProps {
  readonly name: 'answer' | 'decision' | 'waiting';
  readonly durations: Durations;
}

function DurationCard({ name, durations }: DurationCardProps) {
  const { count, medianS, p95S } = durations;
  const buckets = useMemo(() => trim(durations.buckets), [durations]);
  const bars = useMemo(() => {
    const labels = buckets.map(({ upToS }) => toBucketText(upToS));
    return { labels, drawing: toBarDrawing(labels, [{ colour: 'plain', counts: buckets.map((one) => one.count) }]) };
  }, [buckets, language.value]);
  if (count === 0) return <EmptyCard title={t(`statistics.times.${name}.title`)} />;
  const columns = [{ text: t('statistics.time') }, { text: t('statistics.stays'), isNumber: true }];
  const rows = buckets.map((bucket, place) => ({
    key: bars.labels[place] ?? '',
    cells: [toUpToText(bucket.upToS), toNumberText(bucket.count)],
  }));
  return (
    <ChartCard
      title={t(`statistics.times.${name}.title`)}
      means={t(`statistics.times.${name}.means`)}
      note={t('statistics.halfOf', { half: toUpToText(medianS), most: toUpToText(p95S) })}
      {...{ columns, rows, drawing: bars.drawing }}
    />
  );
}

const longestS = 7 * 86_400;

function toBucketText(upToS: number | null): string {
  return upToS === null ? `> ${toLengthText(longestS)}` : `≤ ${toLengthText(upToS)}`;
}

/** An end that is not known lies beyond the last one. */
export function toUpToText(seconds: number | null): string {
  return seconds === null
    ? t('statistics.over', { time: toLengthText(longestS) })
    : t('statistics.upTo', { time: toLengthText(seconds) });
}

function EmptyCard({ title }: { readonly title: string }) {
  return (
    <section class="card figure">
      <h2>{title}</h2>
      <p class="hint">{t('statistics.nothingYet')}</p>
    </section>
  );
}

/** Without the empty ends. */
function trim(buckets: Durations['buckets']): Durations['buckets'] {
  const first = buckets.findIndex(({ count }) => count > 0);
  const last = buckets.findLastIndex(({ count }) => count > 0);
  return buckets.slice(Math.max(0, first), last + 1);
}

function LeadCard({ figures: { clearBeforeArrival } }: { readonly figures: Figures }) {
  const bars = useMemo(() => {
    const labels = clearBeforeArrival.map(({ days }) => toLeadText(days));
    const counts = clearBeforeArrival.map(({ stays }) => stays);
    return { labels, drawing: toBarDrawing(labels, [{ colour: 'plain', counts }]) };
  }, [clearBeforeArrival, language.value]);
  const title = t('statistics.lead.title');
  if (clearBeforeArrival.every(({ stays }) => stays === 0)) return <EmptyCard title={title} />;
  const columns = [{ text: t('statistics.lead.days') }, { text: t('statistics.stays'), isNumber: true }];
  const rows = clearBeforeArrival.map(({ days, stays }) => ({
    key: days,
    cells: [toLeadText(days), toNumberText(stays)],
  }));
  return <ChartCard title={title} means={t('statistics.lead.means')} {...{ columns, rows, drawing: bars.drawing }} />;
}

function toLeadText(days: Figures['clearBeforeArrival'][number]['days']): string {
  switch (days) {
    case 'after_arrival':
      return t('statistics.lead.after');
    case '0':
      return t('statistics.lead.same');
    case 'over_30':
      return '> 30';
    case '1':
    case '2-3':
    case '4-7':
    case '8-30':
      return days.replace('-', '–');
  }
}
