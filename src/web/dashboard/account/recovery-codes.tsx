import { SecretBox } from '../components/secret-box.tsx';
import { t } from '../i18n/texts.ts';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Shown this once: the way in for whoever loses the phone. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  return (
    <div class="form">
      <h3>{t('account.factor.codesTitle')}</h3>
      <p>{t('account.factor.codesMeans')}</p>
      <SecretBox label={t('account.factor.codesTitle')} text={codes.join('\n')} />
      <div class="actions">
        <button type="button" class="button button-main" onClick={onKept}>
          {t('account.factor.codesKept')}
        </button>
      </div>
    </div>
  );
}
