import { t } from '../i18n/texts.ts';
import type { Detail } from './detail.ts';

/** How the findings became an outcome: which rules counted, and what they added up to. */
export function ConclusionPart({ detail }: { readonly detail: Detail }) {
  const { conclusion } = detail;
  const explanation = conclusion?.explanation;
  if (conclusion === null || explanation === null || explanation === undefined) return null;
  const { parts, points, thresholds, notAsked } = explanation;
  return (
    <details class="part conclusion">
      <summary>
        <h3>{t('parts.conclusion')}</h3>
      </summary>
      <p>
        {t('conclusion.outcome', { outcome: t(`states.${conclusion.outcome}`) })}{' '}
        {thresholds !== null &&
          t('conclusion.points', { points, review: thresholds.reviewAt, flagged: thresholds.flaggedAt })}
      </p>
      {parts.length === 0 && <p class="faint">{t('conclusion.nothing')}</p>}
      <ul class="reasons" lang="en" dir="ltr">
        {parts.map(({ rule, text }) => (
          <li key={rule}>
            {text} <code class="small faint">{rule}</code>
          </li>
        ))}
        {notAsked.map(({ provider, label, text }) => (
          <li key={provider} class="faint">
            {label}: {text}
          </li>
        ))}
      </ul>
      <p class="small faint">{t('conclusion.policy', conclusion.policy)}</p>
    </details>
  );
}
