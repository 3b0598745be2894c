import { toAgeText, toNumberText, toPercentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import type { Figures, Share } from './figures.ts';
import { toUpToText } from './time-cards.tsx';

type ShareName = 'cleared' | 'review' | 'falseAlarms' | 'early' | 'known' | 'forms';

/** Of fewer a share tells of chance. */
const few = 20;

/** The figures that tell whether the screening is worth its trouble, each with what it means. */
export function Tiles({ figures, now }: { readonly figures: Figures; readonly now: number }) {
  const { clearedWithoutPerson, review, falseAlarms, knownGuests, forms, answerTime, openReviews } = figures;
  const shares: readonly (readonly [ShareName, Share])[] = [
    ['cleared', clearedWithoutPerson],
    ['review', review],
    ['falseAlarms', falseAlarms],
    ['early', toEarly(figures)],
    ['known', knownGuests],
    ['forms', forms.completed],
  ];
  const { count, oldestAt } = openReviews;
  return (
    <ul class="tiles">
      {shares.map(([name, share]) => (
        <ShareTile key={name} name={name} share={share} />
      ))}
      <li class="card tile">
        <h2>{t('statistics.tiles.answer.title')}</h2>
        <p class="tile-value">{answerTime.count === 0 ? '–' : toUpToText(answerTime.medianS)}</p>
        <p class="numbers">{`${t('statistics.stays')}: ${toNumberText(answerTime.count)}`}</p>
        <p class="hint">{t('statistics.tiles.answer.means')}</p>
      </li>
      <li class="card tile">
        <h2>{t('statistics.tiles.open.title')}</h2>
        <p class="tile-value">{toNumberText(count)}</p>
        <p class="numbers">{oldestAt === null ? '–' : t('statistics.oldest', { age: toAgeText(oldestAt, now) })}</p>
        <p class="hint">{t('statistics.tiles.open.means')}</p>
      </li>
    </ul>
  );
}

function ShareTile({ name, share: { count, of, share } }: { readonly name: ShareName; readonly share: Share }) {
  return (
    <li class="card tile" data-tile={name}>
      <h2>{t(`statistics.tiles.${name}.title`)}</h2>
      <p class="tile-value">{share === null ? '–' : toPercentText(share)}</p>
      <p class="numbers">
        {t('statistics.of', { part: toNumberText(count), of: toNumberText(of) })}
        {of > 0 && of < few && <span class="pill tile-few">{t('statistics.few')}</span>}
      </p>
      <p class="hint">{t(`statistics.tiles.${name}.means`)}</p>
    </li>
  );
}

/** Clear or approved a day or more before the arrival. */
function toEarly({ clearBeforeArrival }: Figures): Share {
  const sum = (rows: Figures['clearBeforeArrival']) => rows.reduce((total, { stays }) => total + stays, 0);
  const of = sum(clearBeforeArrival);
  const count = sum(clearBeforeArrival.filter(({ days }) => days !== 'after_arrival' && days !== '0'));
  return { count, of, share: of === 0 ? null : count / of };
}
