import { t } from '../i18n/texts.ts';
import { Icon } from './icon.tsx';

/** Something could not be loaded or done: what, and a way to try again. */
export function Failure({ text, onRetry }: { readonly text: string; readonly onRetry?: () => void }) {
  return (
    <div class="notice notice-error" role="alert">
      <Icon name="lost" />
      <div>
        <p>{text}</p>
        {onRetry !== undefined && (
          <button type="button" class="button button-small" onClick={onRetry}>
            {t('actions.again')}
          </button>
        )}
      </div>
    </div>
  );
}
