import { toMonthText, toNumberText } from '../i18n/formats.ts';
import { findText, t } from '../i18n/texts.ts';
import { BarCell } from './bar-cell.tsx';
import { DataTable } from './data-table.tsx';
import type { Figures } from './figures.ts';

/** What the checks found, most frequent first; the bars are of the most frequent one. */
export function ReasonsCard({ figures: { reasons, from, to } }: { readonly figures: Figures }) {
  const most = reasons[0]?.stays ?? 1;
  const title = t('statistics.reasons.title');
  return (
    <section class="card figure">
      <h2>{title}</h2>
      <p class="hint">{t('statistics.reasons.means')}</p>
      <WholeMonths from={from} to={to} />
      {reasons.length === 0 ? (
        <p>{t('statistics.nothingYet')}</p>
      ) : (
        <DataTable
          caption={title}
          columns={[
            { text: t('statistics.reasons.reason') },
            { text: t('statistics.stays'), isNumber: true },
            { text: t('statistics.compared') },
          ]}
          rows={reasons.map(({ code, stays }) => ({
            key: code,
            cells: [toReasonText(code), toNumberText(stays), <BarCell share={stays / most} />],
          }))}
        />
      )}
    </section>
  );
}

/** What tells of who somebody is, is kept by month alone. */
export function WholeMonths({ from, to }: { readonly from: string; readonly to: string }) {
  const [first, last] = [toMonthText(from), toMonthText(to)];
  const months = first === last ? first : `${first} – ${last}`;
  return <p class="hint">{t('statistics.wholeMonths', { months })}</p>;
}

/** What is not known here keeps its code: a newer service, or a provider of one's own, may say anything. */
function toReasonText(code: string) {
  const known = findText(`codes.${code}`) ?? findText(`statistics.codes.${code}`);
  if (known !== undefined) return known;
  const [kind, what] = code.split('.', 2);
  return (
    <>
      {kind === 'check' && `${t('results.unavailable')}: `}
      <code>{kind === 'check' ? what : code}</code>
    </>
  );
}
