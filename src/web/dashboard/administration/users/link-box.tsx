import { SecretBox } from '../../components/secret-box.tsx';
import { toMomentText } from '../../i18n/formats.ts';
import { t } from '../../i18n/texts.ts';
import { property } from '../../state/session.ts';
import type { SignInLink } from './users.ts';

interface LinkBoxProps {
  readonly link: SignInLink;
  readonly email: string;
  readonly onClose: () => void;
}

/** Says where a link went; without mail it is shown, this once, to be handed on. */
export function LinkBox({ link: { url, expiresAt }, email, onClose }: LinkBoxProps) {
  const until = toMomentText(expiresAt, property.value?.timeZone ?? 'UTC');
  return (
    <div class="form">
      {url === null ? (
        <p>{t('administration.users.linkMailed', { email, until })}</p>
      ) : (
        <>
          <p>{t('administration.users.linkShown', { email, until })}</p>
          <SecretBox label={t('administration.users.link')} text={url} />
        </>
      )}
      <div class="actions">
        <button type="button" class="button button-main" onClick={onClose}>
          {t('actions.close')}
        </button>
      </div>
    </div>
  );
}
