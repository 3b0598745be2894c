import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n/texts.ts';
import { type Drawing, Plot } from './charts/plot.tsx';
import { DataTable, type TableColumn, type TableRow } from './data-table.tsx';

interface ChartRow extends TableRow {
  readonly cells: readonly string[];
}

interface ChartCardProps {
  readonly title: string;
  /** What is counted, in which unit. */
  readonly means: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly ChartRow[];
  readonly drawing: Drawing;
  readonly legend?: ComponentChildren;
  /** Anything that must be known to read it rightly. */
  readonly note?: string | undefined;
  readonly isWide?: boolean;
}

/** A chart, what it shows, and the same in a table. What is under the pointer is said beneath. */
export function ChartCard({ title, means, columns, rows, drawing, legend, note, isWide = false }: ChartCardProps) {
  const [point, setPoint] = useState<number>();
  return (
    <section class={`card figure${isWide ? ' figure-wide' : ''}`}>
      <h2>{title}</h2>
      <p class="hint">{means}</p>
      {legend}
      <Plot label={`${title}. ${means} ${t('statistics.behind')}`} drawing={drawing} onPoint={setPoint} />
      <p class="figure-point small numbers" aria-hidden="true">
        {point !== undefined && toPointText(columns, rows[point])}
      </p>
      {note !== undefined && <p class="hint">{note}</p>}
      <details class="behind">
        <summary>{t('statistics.table')}</summary>
        <DataTable caption={title} columns={columns} rows={rows} />
      </details>
    </section>
  );
}

function toPointText(columns: readonly TableColumn[], row: ChartRow | undefined): string {
  if (row === undefined) return '';
  const [place, ...values] = row.cells;
  const told = values.map((value, index) => `${columns[index + 1]?.text ?? ''} ${value}`);
  return `${place ?? ''}: ${told.join(' · ')}`;
}
