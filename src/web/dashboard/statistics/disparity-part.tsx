import { sortByText, toCountryText, toNameOf, toNumberText, toPercentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { DataTable } from './data-table.tsx';
import type { Disparity } from './figures.ts';
import { Interval } from './interval.tsx';
import { WholeMonths } from './reasons-card.tsx';

type Table = Disparity['dimensions'][number];
type Rates = Table['overall'];

const cautions = ['interval', 'chance', 'falseAlarms', 'noReason', 'form', 'small'] as const;

/** Whether the rules treat some guests otherwise. Groups stand in the order of their names: none is better or worse. */
export function DisparityPart({ disparity }: { readonly disparity: Disparity }) {
  return (
    <section class="card figure figure-wide disparity">
      <h2>{t('statistics.disparity.title')}</h2>
      <p>{t('statistics.disparity.means')}</p>
      <details class="behind">
        <summary>{t('statistics.disparity.howToRead')}</summary>
        <ul class="cautions">
          {cautions.map((name) => (
            <li key={name}>{t(`statistics.disparity.cautions.${name}`, { least: disparity.smallestGroup })}</li>
          ))}
        </ul>
      </details>
      <WholeMonths from={disparity.from} to={disparity.to} />
      {disparity.dimensions.map((table) => (
        <Dimension key={table.dimension} table={table} least={disparity.smallestGroup} />
      ))}
    </section>
  );
}

function Dimension({ table, least }: { readonly table: Table; readonly least: number }) {
  const { dimension, groups, overall, hidden } = table;
  const title = t(`statistics.disparity.dimensions.${dimension}`);
  const named = groups.map((group) => ({ ...group, name: toGroupText(dimension, group.value) }));
  const rows = sortByText(named, ({ name }) => name).map(({ value, name, rates, stands }) => ({
    key: value,
    cells: [name, ...toRateCells(rates, overall), t(`statistics.disparity.stands.${stands}`)],
  }));
  const all = { key: 'all', cells: [t('statistics.disparity.everybody'), ...toRateCells(overall, overall), '–'] };
  return (
    <div class="dimension">
      <h3>{title}</h3>
      {groups.length === 0 ? (
        <p class="hint">{t('statistics.disparity.tooFew', { least })}</p>
      ) : (
        <DataTable caption={title} columns={toColumns(title)} rows={[...rows, all]} />
      )}
      {hidden.groups > 0 && (
        <p class="hint">
          {t('statistics.disparity.hidden', {
            groups: toNumberText(hidden.groups),
            stays: toNumberText(hidden.stays),
            least,
          })}
        </p>
      )}
    </div>
  );
}

function toColumns(title: string) {
  return [
    { text: title },
    { text: t('statistics.stays'), isNumber: true },
    { text: t('statistics.disparity.concern') },
    { text: t('states.flagged'), isNumber: true },
    { text: t('states.declined'), isNumber: true },
    { text: t('statistics.tiles.falseAlarms.title'), isNumber: true },
    { text: t('statistics.disparity.compared') },
  ];
}

function toRateCells({ stays, concern, flagged, declined, falseAlarms }: Rates, overall: Rates) {
  return [
    toNumberText(stays),
    <Interval rate={concern} overall={overall.concern.share} />,
    ...[flagged, declined, falseAlarms].map(({ share, count, of }) =>
      share === null
        ? '–'
        : `${toPercentText(share)} (${t('statistics.of', { part: toNumberText(count), of: toNumberText(of) })})`,
    ),
  ];
}

const scripts: Readonly<Record<string, string>> = {
  ...{ latin: 'Latn', arabic: 'Arab', cyrillic: 'Cyrl', greek: 'Grek', hebrew: 'Hebr' },
  ...{ han: 'Hani', kana: 'Hrkt', hangul: 'Hang', thai: 'Thai' },
};

function toGroupText(dimension: Table['dimension'], value: string): string {
  switch (value) {
    case 'unknown':
    case 'none':
    case 'other':
    case 'indic':
      return t(`statistics.disparity.values.${value}`);
  }
  if (dimension === 'country') return toCountryText(value);
  if (dimension === 'form_language') return toNameOf('language', value);
  const script = scripts[value];
  return script === undefined ? value : toNameOf('script', script);
}
