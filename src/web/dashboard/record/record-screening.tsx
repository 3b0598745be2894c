import type { Schema } from '../../../client/client.ts';
import { StateMark, StateWord } from '../components/state-mark.tsx';
import type { Detail } from '../detail/detail.ts';
import { toWholeMomentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';

interface Props {
  readonly screening: Detail;
  readonly timeZone: string;
}

/** One round of checks: what came out, who decided and why, and on what ground. */
export function RecordScreening({ screening, timeZone }: Props) {
  const { id, createdAt, state, findings } = screening;
  return (
    <section class="record-screening">
      <h2>{t('record.screening', { time: toWholeMomentText(createdAt, timeZone) })}</h2>
      <p class="record-state">
        <StateMark state={state} size={24} />
        <StateWord state={state} />
        <span class="small faint">{id}</span>
      </p>
      <Decision screening={screening} timeZone={timeZone} />
      {findings.length > 0 && <Checks findings={findings} timeZone={timeZone} />}
      <Rules conclusion={screening.conclusion} />
    </section>
  );
}

function Decision({ screening: { decision }, timeZone }: Props) {
  if (decision === null) return <p>{t('record.undecided')}</p>;
  const { decision: what, decidedBy: name, decidedAt, reason } = decision;
  return (
    <blockquote class="record-decision">
      <p>
        <strong>
          {t('record.decided', { decision: t(`states.${what}`), name, time: toWholeMomentText(decidedAt, timeZone) })}
        </strong>
      </p>
      <p dir="auto">{reason}</p>
    </blockquote>
  );
}

interface ChecksProps {
  readonly findings: readonly Schema<'Finding'>[];
  readonly timeZone: string;
}

function Checks({ findings, timeZone }: ChecksProps) {
  return (
    <table class="record-checks">
      <thead>
        <tr>
          <th scope="col">{t('record.check')}</th>
          <th scope="col">{t('record.result')}</th>
          <th scope="col">{t('record.checked')}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <CheckRow key={finding.provider} finding={finding} timeZone={timeZone} />
        ))}
      </tbody>
    </table>
  );
}

/** What was compared, with which lists and in which version, in the service's own words. */
function CheckRow({ finding, timeZone }: { readonly finding: Schema<'Finding'>; readonly timeZone: string }) {
  const { provider, label, result, strength, note, reasons, checkedAt, providerVersion, reusedFrom } = finding;
  return (
    <tr>
      <th scope="row">
        {label}
        <span class="small faint" dir="ltr">
          {provider}
          {providerVersion !== undefined && ` v${providerVersion}`}
        </span>
      </th>
      <td>
        {strength === undefined ? t(`results.${result}`) : t(`strengths.${strength}`)}
        <div lang="en" dir="ltr">
          {note !== undefined && <p class="small faint">{note}</p>}
          {reasons.map(({ code, text }) => (
            <p key={text} class="small">
              {text} <code class="faint">{code}</code>
            </p>
          ))}
        </div>
      </td>
      <td class="numbers">
        {toWholeMomentText(checkedAt, timeZone)}
        {reusedFrom !== undefined && (
          <p class="small faint">{t('record.reused', { time: toWholeMomentText(reusedFrom, timeZone) })}</p>
        )}
      </td>
    </tr>
  );
}

/** How the policy came to what it concluded. */
function Rules({ conclusion }: Pick<Detail, 'conclusion'>) {
  if (conclusion === null) return null;
  const { outcome, policy, explanation } = conclusion;
  const thresholds = explanation?.thresholds;
  return (
    <div class="small">
      <p>
        {t('conclusion.outcome', { outcome: t(`states.${outcome}`) })}{' '}
        {thresholds != null &&
          t('conclusion.points', {
            points: explanation?.points ?? 0,
            review: thresholds.reviewAt,
            flagged: thresholds.flaggedAt,
          })}{' '}
        {t('conclusion.policy', policy)}
      </p>
      <ul class="reasons" lang="en" dir="ltr">
        {explanation?.parts.map(({ rule, text }) => (
          <li key={rule}>
            {text} <code class="faint">{rule}</code>
          </li>
        ))}
        {explanation?.notAsked.map(({ provider, label, text }) => (
          <li key={provider}>
            {label}: {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
