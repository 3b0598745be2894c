import { toFailureText } from '../api/api.ts';
import { loadScreening, toScreeningKey } from '../api/screening.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Failure } from '../components/failure.tsx';
import { Icon } from '../components/icon.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import type { Detail } from '../detail/detail.ts';
import { t } from '../i18n/texts.ts';
import { useKeys } from '../keys/keys.ts';
import { place, toAddress } from '../state/route.ts';
import { property } from '../state/session.ts';
import { listRecorded } from './list-recorded.ts';
import { RecordDocument } from './record-document.tsx';
import './record.css';

/** Everything that proves what was decided about one stay, as one document to print or to save: each of its screenings, newest first. */
export function RecordPage() {
  const [, , screeningId = ''] = place.value.parts;
  const loaded = useLoaded(toScreeningKey(screeningId), (signal) => loadScreenings(screeningId, signal));
  const print = () => window.print();
  useKeys({ p: print });
  if (loaded.data === undefined) {
    return (
      <div class="page">
        {loaded.error === undefined ? (
          <Skeleton rows={8} />
        ) : (
          <Failure text={toFailureText(loaded.error)} onRetry={loaded.reload} />
        )}
      </div>
    );
  }
  return (
    <div class="page record-page">
      <div class="record-tools range-tools">
        <a class="button button-plain" href={toAddress([property.value?.id ?? '', 'arrivals', screeningId])}>
          <Icon name="back" />
          {t('record.back')}
        </a>
        <button type="button" class="button button-main" onClick={print}>
          <Icon name="print" />
          {t('record.print')}
        </button>
      </div>
      <RecordDocument screenings={loaded.data} />
    </div>
  );
}

/** The one that was asked for, and all others of the same stay: a decision may be about an earlier one. */
async function loadScreenings(id: string, signal: AbortSignal): Promise<readonly Detail[]> {
  const load = (one: string) => loadScreening(one, signal);
  const asked = await load(id);
  const others = await Promise.all(listRecorded(asked.timeline, id).map(load));
  return [asked, ...others].toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
}
