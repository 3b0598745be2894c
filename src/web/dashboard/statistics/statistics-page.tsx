import { toFailureText } from '../api/api.ts';
import { type Loaded, useLoaded } from '../api/use-loaded.ts';
import { Failure } from '../components/failure.tsx';
import { Icon } from '../components/icon.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { toDayText, toMomentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { useKeys } from '../keys/keys.ts';
import { place, toAddress } from '../state/route.ts';
import { property } from '../state/session.ts';
import { DisparityPart } from './disparity-part.tsx';
import { type Figures, type LoadedFigures, loadFigures, loadHealth } from './figures.ts';
import { HealthCards } from './health-cards.tsx';
import { OutcomeCards } from './outcome-cards.tsx';
import { PropertiesCard } from './properties-card.tsx';
import { RangeChoice } from './range-choice.tsx';
import { ReasonsCard } from './reasons-card.tsx';
import { readStatisticsRange, type StatisticsRange } from './statistics-range.ts';
import { Tiles } from './tiles.tsx';
import { TimeCards, WaitingCard } from './time-cards.tsx';
import './statistics.css';

/** What the screening came to, over some days: for whoever answers for it. */
export function StatisticsPage() {
  const { id = '', timeZone = 'UTC' } = property.value ?? {};
  const { query } = place.value;
  const range = readStatisticsRange(query, timeZone);
  const isOfAll = query.scope === 'all';
  const key = JSON.stringify([id, range, isOfAll]);
  const loaded = useLoaded(key, (signal) => loadFigures({ range, propertyId: isOfAll ? undefined : id }, signal));
  const health = useLoaded(id, (signal) => loadHealth(id, signal));
  return (
    <div class="page figures">
      <Header range={range} asOf={loaded.data?.figures.asOf} />
      <RangeChoice range={range} isOfAll={isOfAll} />
      <LoadedPart loaded={loaded}>{(data) => <FigureParts loaded={data} isOfAll={isOfAll} />}</LoadedPart>
      {/* What stands lower would jump when the figures come. */}
      {!loaded.isLoading && (
        <>
          <h2 class="figure-heading">{t('statistics.healthOf', { name: property.value?.name ?? '' })}</h2>
          <LoadedPart loaded={health}>{(data) => <HealthCards health={data} />}</LoadedPart>
        </>
      )}
    </div>
  );
}

interface HeaderProps {
  readonly range: StatisticsRange;
  readonly asOf: string | undefined;
}

function Header({ range, asOf }: HeaderProps) {
  const timeZone = property.value?.timeZone ?? 'UTC';
  const print = () => window.print();
  useKeys({ p: print });
  return (
    <header class="range">
      <div>
        <h1 class="list-title">{t('statistics.title')}</h1>
        <p class="faint">
          <span class="on-paper">{property.value?.name} · </span>
          {toDayText(range.from, 'full')} – {toDayText(range.to, 'full')}
          {asOf !== undefined && ` · ${t('statistics.asOf', { time: toMomentText(asOf, timeZone) })}`}
        </p>
        <p class="hint">{t('statistics.counting')}</p>
      </div>
      <div class="range-tools">
        <button
          type="button"
          class="button button-plain button-icon"
          aria-label={t('statistics.print')}
          onClick={print}
        >
          <Icon name="print" />
        </button>
      </div>
    </header>
  );
}

interface LoadedPartProps<Data> {
  readonly loaded: Loaded<Data>;
  readonly children: (data: Data) => preact.ComponentChildren;
}

function LoadedPart<Data>({ loaded: { data, error, reload }, children }: LoadedPartProps<Data>) {
  if (data !== undefined) return <>{children(data)}</>;
  return error === undefined ? <Skeleton rows={4} /> : <Failure text={toFailureText(error)} onRetry={reload} />;
}

function FigureParts({ loaded, isOfAll }: { readonly loaded: LoadedFigures; readonly isOfAll: boolean }) {
  const { figures, disparity } = loaded;
  if (isEmpty(figures)) {
    return (
      <>
        <NothingYet />
        <WaitingCard figures={figures} />
      </>
    );
  }
  return (
    <>
      <Tiles figures={figures} now={Date.parse(figures.asOf)} />
      <OutcomeCards figures={figures} />
      {isOfAll && <PropertiesCard figures={figures} />}
      <ReasonsCard figures={figures} />
      <TimeCards figures={figures} />
      <DisparityPart disparity={disparity} />
    </>
  );
}

/** Who waits for a person now waits whatever the days. */
function isEmpty({ stays, forms }: Figures): boolean {
  return stays === 0 && forms.opened === 0;
}

function NothingYet() {
  return (
    <div class="empty card">
      <Icon name="chart" size={36} />
      <h2>{t('statistics.none.title')}</h2>
      <p>{t('statistics.none.means')}</p>
      <a class="button" href={toAddress([property.value?.id ?? '', 'arrivals'])}>
        {t('pages.arrivals')}
      </a>
    </div>
  );
}
