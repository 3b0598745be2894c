import { useState } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { Part } from '../detail/part.tsx';
import { toDayText, toMomentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { toAddress } from '../state/route.ts';
import { me, property } from '../state/session.ts';
import { type Entry, toEntryName } from './entries.ts';
import { EntryMark } from './entry-mark.tsx';
import { type Step, StepDialog } from './step-dialog.tsx';

/** One entry: whom it means, what its state means, what people did with it and what can be done. */
export function EntryCard({ entry, onDone }: { readonly entry: Entry; readonly onDone: () => void }) {
  const [step, setStep] = useState<Step>();
  return (
    <article class="detail">
      <a class="button button-plain detail-back" href={toAddress([entry.propertyId, 'houseList'])}>
        <Icon name="back" />
        {t('actions.back')}
      </a>
      <header class="card-head">
        <h2 class="detail-name" dir="auto">
          {toEntryName(entry)}
        </h2>
        <p>
          <EntryMark state={entry.state} /> {t(`houseList.kinds.${entry.kind}`)}
        </p>
        <p>{t(`houseList.means.${entry.state}`)}</p>
        <EntryActions entry={entry} onStep={setStep} />
      </header>
      <Part title={t('decide.reason')}>
        <p dir="auto">{entry.reason}</p>
      </Part>
      <EntryFacts entry={entry} />
      <EntrySteps entry={entry} />
      {step !== undefined && (
        <StepDialog entry={entry} step={step} onClose={() => setStep(undefined)} onDone={onDone} />
      )}
    </article>
  );
}

function EntryActions({ entry, onStep }: { readonly entry: Entry; readonly onStep: (step: Step) => void }) {
  if (entry.state === 'active') {
    return (
      <div class="actions actions-start">
        <button type="button" class="button" onClick={() => onStep('end')}>
          {t('houseList.end')}
        </button>
      </div>
    );
  }
  if (entry.state !== 'proposed') return null;
  return (
    <>
      {entry.createdBy === me.value?.name && <p class="notice">{t('houseList.another')}</p>}
      <div class="actions actions-start">
        <button type="button" class="button button-main" onClick={() => onStep('approval')}>
          {t('houseList.approve')}
        </button>
        <button type="button" class="button" onClick={() => onStep('rejection')}>
          {t('houseList.reject')}
        </button>
      </div>
    </>
  );
}

const lists = ['names', 'emails', 'phones', 'documentNumbers'] as const;

function EntryFacts({ entry }: { readonly entry: Entry }) {
  return (
    <Part title={t('houseList.who')}>
      <dl class="facts">
        {lists
          .filter((name) => entry[name].length > 0)
          .map((name) => (
            <div key={name}>
              <dt>{t(`houseList.${name}`)}</dt>
              {entry[name].map((value) => (
                <dd key={value} dir="auto">
                  {value}
                </dd>
              ))}
            </div>
          ))}
        {entry.birthDate !== null && (
          <div>
            <dt>{t('fields.birthDate')}</dt>
            <dd>{toDayText(entry.birthDate, 'full')}</dd>
          </div>
        )}
        {entry.validUntil !== null && (
          <div>
            <dt>{t('houseList.until')}</dt>
            <dd>{toDayText(entry.validUntil, 'full')}</dd>
          </div>
        )}
      </dl>
    </Part>
  );
}

function EntrySteps({ entry }: { readonly entry: Entry }) {
  const timeZone = property.value?.timeZone ?? 'UTC';
  return (
    <Part title={t('parts.timeline')}>
      <ol class="notes">
        {entry.steps.map(({ act, at, by, reason }) => (
          <li key={at + act}>
            <p>{t(`houseList.acts.${act}`, { name: by })}</p>
            {reason !== null && <p dir="auto">{reason}</p>}
            <p class="small faint">{toMomentText(at, timeZone)}</p>
          </li>
        ))}
      </ol>
    </Part>
  );
}
