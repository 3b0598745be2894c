import { Icon } from '../components/icon.tsx';
import { findText, t } from '../i18n/texts.ts';

interface RefusalBannerProps {
  /** Of a problem. */
  readonly code: string;
  readonly onClose: () => void;
}

/** Why a link led elsewhere than it should, until somebody closes it. */
export function RefusalBanner({ code, onClose }: RefusalBannerProps) {
  return (
    <div class="notice notice-error banner" role="alert">
      <Icon name="attention" />
      <p>{findText(`problems.${code}`) ?? t('problems.access_denied')}</p>
      <button type="button" class="button button-small" onClick={onClose}>
        {t('actions.close')}
      </button>
    </div>
  );
}
