import { useState } from 'preact/hooks';
import type { Schema } from '../../../client/client.ts';
import { StateMark } from '../components/state-mark.tsx';
import { toMomentText } from '../i18n/formats.ts';
import { findText, t } from '../i18n/texts.ts';
import type { GuestState } from '../../../domain/guest-state.ts';
import { isAtLeast, property } from '../state/session.ts';
import { DismissDialog, type ListEntry } from './dismiss-dialog.tsx';
import type { Detail } from './detail.ts';
import { Part } from './part.tsx';

type Finding = Schema<'Finding'>;

const order: readonly Finding['result'][] = ['match', 'unavailable', 'incomplete', 'pending', 'clear'];

/** What each check said, those that speak first and open. */
export function FindingsPart({ detail, onDone }: { readonly detail: Detail; readonly onDone: () => void }) {
  const [entry, setEntry] = useState<ListEntry>();
  const findings = detail.findings.toSorted((one, other) => order.indexOf(one.result) - order.indexOf(other.result));
  if (findings.length === 0) return null;
  return (
    <Part title={t('parts.findings')}>
      <ul class="findings">
        {findings.map((finding) => (
          <li key={finding.provider}>
            <FindingItem finding={finding} onDismiss={setEntry} />
          </li>
        ))}
      </ul>
      {entry !== undefined && (
        <DismissDialog detail={detail} entry={entry} onClose={() => setEntry(undefined)} onDone={onDone} />
      )}
    </Part>
  );
}

interface FindingItemProps {
  readonly finding: Finding;
  readonly onDismiss: (entry: ListEntry) => void;
}

function FindingItem({ finding, onDismiss }: FindingItemProps) {
  const { label, result, strength, reasons, missing = [], checkedAt } = finding;
  const said = strength === undefined ? t(`results.${result}`) : t(`strengths.${strength}`);
  return (
    <details class="finding" open={result === 'match' || result === 'incomplete'}>
      <summary>
        <StateMark state={toMark(finding)} size={20} />
        <span class="finding-label">{label}</span>
        <span class="finding-result">{said}</span>
      </summary>
      <div class="finding-body">
        {reasons.length === 0 && missing.length === 0 && <p class="faint">{t('finding.nothing')}</p>}
        <ul class="reasons" lang="en" dir="ltr">
          {reasons.map((reason) => (
            <ReasonItem key={reason.text} finding={finding} reason={reason} onDismiss={onDismiss} />
          ))}
        </ul>
        {missing.length > 0 && (
          <p>
            {t('finding.missing', { fields: missing.map((field) => findText(`fields.${field}`) ?? field).join(', ') })}
          </p>
        )}
        <p class="small faint numbers">
          {t('finding.checkedAt', { time: toMomentText(checkedAt, property.value?.timeZone ?? 'UTC') })}
        </p>
      </div>
    </details>
  );
}

interface ReasonItemProps extends FindingItemProps {
  readonly reason: Schema<'Reason'>;
}

/** A match comes with its whole sum in one text; one below another its lines are easier to follow. */
function ReasonItem({ finding, reason, onDismiss }: ReasonItemProps) {
  const entry = toListEntry(reason.text);
  const canDismiss = finding.result === 'match' && entry !== undefined && isAtLeast('reviewer');
  const [first = '', ...evidence] = toRounded(reason.text)
    .replace(/ ?\[[^\]]+\]/, '')
    .split(/\. (?=(?:For it|Against it|Also|Listed for|See)\b)|; /);
  return (
    <li>
      <p>{first}</p>
      {evidence.length > 0 && (
        <details class="evidence">
          <summary>{t('finding.evidence')}</summary>
          <ul>
            {evidence.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      {canDismiss && (
        <button type="button" class="button button-small" onClick={() => onDismiss(entry)}>
          {t('actions.notTheSame')}
        </button>
      )}
    </li>
  );
}

/** Scores have five digits, so that their parts add up; two of them are enough to read. */
export function toRounded(text: string): string {
  return text.replaceAll(/\b[01]\.\d{3,}\b/g, (score) => Number(score).toFixed(2));
}

/** The service marks which entry of which list a reason is about: `[list/entry]`. */
export function toListEntry(text: string): ListEntry | undefined {
  const [, listId, entryId] = /\[([\w.-]+)\/([^\]]+)\]/.exec(text) ?? [];
  return listId === undefined || entryId === undefined ? undefined : { listId, entryId };
}

function toMark({ result, strength }: Finding): GuestState {
  switch (result) {
    case 'clear':
      return 'clear';
    case 'match':
      return strength === 'strong' ? 'flagged' : 'review';
    case 'incomplete':
    case 'pending':
      return 'waiting';
    case 'unavailable':
      return 'failed';
  }
}
