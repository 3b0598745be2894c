import { Icon } from '../components/icon.tsx';
import { addDays, countNights } from '../i18n/days.ts';
import { toDayText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { useKeys } from '../keys/keys.ts';
import { go, place, toAddress } from '../state/route.ts';
import { property } from '../state/session.ts';
import type { DayRange } from './day-range.ts';

/** Which days are shown, and the way to others. */
export function RangeBar({ range, search }: { readonly range: DayRange; readonly search: string | undefined }) {
  const print = () => window.print();
  useKeys({ p: print });
  const days = countNights(range.from, range.to) + 1;
  if (search !== undefined) return <h1 class="list-title">{t('search.title')}</h1>;
  return (
    <header class="range">
      <div>
        <h1 class="list-title">{toTitle(range)}</h1>
        <p class="faint">
          <span class="on-paper">{property.value?.name} · </span>
          {toDayText(range.from, 'long')}
          {days > 1 && ` – ${toDayText(range.to, 'long')}`}
        </p>
      </div>
      <div class="range-tools">
        <DayStep range={range} step={-days} label={t('arrivals.before')} icon="back" />
        <label class="range-day">
          <span class="unseen">{t('arrivals.day')}</span>
          <input
            class="input"
            type="date"
            value={range.from}
            onChange={(event) => event.currentTarget.value !== '' && show({ day: event.currentTarget.value, days })}
          />
        </label>
        <DayStep range={range} step={days} label={t('arrivals.after')} icon="next" />
        <button
          type="button"
          class="button button-small"
          aria-pressed={days > 1}
          onClick={() => show({ day: range.from, days: days > 1 ? 1 : 7 })}
        >
          {t('arrivals.week')}
        </button>
        <button type="button" class="button button-plain button-icon" aria-label={t('actions.print')} onClick={print}>
          <Icon name="print" />
        </button>
        <a
          class="button button-plain button-icon range-save"
          href={`/api/v1/properties/${property.value?.id ?? ''}/screenings.csv?arrivalFrom=${range.from}&arrivalTo=${range.to}`}
          aria-label={t('actions.saveCsv')}
          title={t('actions.saveCsv')}
          download
        >
          <Icon name="save" />
        </a>
      </div>
    </header>
  );
}

interface DayStepProps {
  readonly range: DayRange;
  readonly step: number;
  readonly label: string;
  readonly icon: 'back' | 'next';
}

function DayStep({ range, step, label, icon }: DayStepProps) {
  const onClick = () => show({ day: addDays(range.from, step), days: Math.abs(step) });
  return (
    <button type="button" class="button button-plain button-icon" aria-label={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

function show({ day, days }: { readonly day: string; readonly days: number }): void {
  const [propertyId = '', page = ''] = place.value.parts;
  go(
    toAddress([propertyId === '' ? (property.value?.id ?? '') : propertyId, page === '' ? 'arrivals' : page], {
      day,
      days: days === 1 ? undefined : String(days),
    }),
  );
}

function toTitle({ from, to, today }: DayRange): string {
  if (from !== to) return t('arrivals.title');
  if (from === today) return t('arrivals.tonight');
  return from === addDays(today, 1) ? t('arrivals.tomorrow') : toDayText(from);
}
