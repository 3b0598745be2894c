import { t } from '../i18n/texts.ts';

/** Stands where rows will be, as high as they will be, so that nothing jumps when they come. */
export function Skeleton({ rows }: { readonly rows: number }) {
  return (
    <div class="skeletons" aria-busy="true">
      <span class="unseen">{t('live.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="skeleton skeleton-row" aria-hidden="true" />
      ))}
    </div>
  );
}
