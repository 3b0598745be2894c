import { useState } from 'preact/hooks';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { t } from '../i18n/texts.ts';
import { go, place, toAddress } from '../state/route.ts';
import { properties, property } from '../state/session.ts';
import { type StatisticsRange, usualDays } from './statistics-range.ts';

/** Which days, and whether of one property or of all. */
export function RangeChoice({ range, isOfAll }: { readonly range: StatisticsRange; readonly isOfAll: boolean }) {
  const [isFree, setFree] = useState(range.last === undefined);
  return (
    <div class="figure-choice">
      <div class="figure-days" role="group" aria-label={t('statistics.range')}>
        {usualDays.map((days) => (
          <button
            key={days}
            type="button"
            class="button button-small"
            aria-pressed={!isFree && range.last === days}
            onClick={() => {
              setFree(false);
              show({ days: String(days), from: undefined, to: undefined });
            }}
          >
            {t(`statistics.last.${days}`)}
          </button>
        ))}
        <button type="button" class="button button-small" aria-pressed={isFree} onClick={() => setFree(true)}>
          {t('statistics.free')}
        </button>
      </div>
      {isFree && <FreeDays key={`${range.from} ${range.to}`} range={range} />}
      {properties.value.length > 1 && (
        <Choice
          label={t('statistics.scope')}
          value={isOfAll ? 'all' : 'one'}
          options={[
            ['one', property.value?.name ?? ''],
            ['all', t('statistics.allProperties')],
          ]}
          onChange={(scope) => show({ scope: scope === 'all' ? 'all' : undefined })}
        />
      )}
    </div>
  );
}

function FreeDays({ range }: { readonly range: StatisticsRange }) {
  const [from, setFrom] = useState(range.from);
  const [to, setTo] = useState(range.to);
  const isRange = from !== '' && to !== '' && from <= to;
  return (
    <form
      class="figure-free"
      onSubmit={(event) => {
        event.preventDefault();
        show({ days: undefined, from, to });
      }}
    >
      <Field
        label={t('statistics.from')}
        value={from}
        onChange={setFrom}
        input={{ type: 'date', max: to, required: true }}
      />
      <Field
        label={t('statistics.to')}
        value={to}
        onChange={setTo}
        input={{ type: 'date', min: from, max: range.today, required: true }}
      />
      <button type="submit" class="button" disabled={!isRange}>
        {t('statistics.show')}
      </button>
    </form>
  );
}

function show(change: Readonly<Record<string, string | undefined>>): void {
  go(toAddress([property.value?.id ?? '', 'statistics'], { ...place.value.query, ...change }));
}
