import { toNumberText, toPercentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { properties } from '../state/session.ts';
import { BarCell } from './bar-cell.tsx';
import { DataTable } from './data-table.tsx';
import type { Figures } from './figures.ts';

/** The same figures for each property, in the order of their names. */
export function PropertiesCard({ figures: { byProperty } }: { readonly figures: Figures }) {
  const names = new Map(properties.value.map(({ id, name }) => [id, name]));
  const title = t('statistics.byProperty');
  const rows = byProperty.map(({ propertyId, outcomes }) => {
    const stays = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
    const share = stays === 0 ? undefined : outcomes.clear / stays;
    return {
      key: propertyId,
      cells: [
        names.get(propertyId) ?? propertyId,
        toNumberText(stays),
        share === undefined ? '–' : toPercentText(share),
        share === undefined ? '' : <BarCell share={share} />,
      ],
    };
  });
  return (
    <section class="card figure figure-wide">
      <h2>{title}</h2>
      <DataTable
        caption={title}
        columns={[
          { text: t('property') },
          { text: t('statistics.stays'), isNumber: true },
          { text: t('statistics.tiles.cleared.title'), isNumber: true },
          { text: t('statistics.compared') },
        ]}
        rows={rows}
      />
    </section>
  );
}
