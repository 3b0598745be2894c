import { useAction } from '../api/use-action.ts';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { Failure } from './failure.tsx';
import { Icon } from './icon.tsx';

interface SecretBoxProps {
  readonly label: string;
  readonly text: string;
}

/** Something that is shown once, to be copied. */
export function SecretBox({ label, text }: SecretBoxProps) {
  const { failure, run } = useAction();
  const copy = () =>
    run(async () => {
      await navigator.clipboard.writeText(text);
      announce(t('secret.copied'));
    });
  return (
    <div class="form">
      <p class="secret" role="group" aria-label={label} dir="ltr">
        {text}
      </p>
      {failure !== undefined && <Failure text={t('secret.notCopied')} />}
      <div class="actions actions-start">
        <button type="button" class="button button-small" onClick={() => void copy()}>
          <Icon name="link" size={18} />
          {t('secret.copy')}
        </button>
      </div>
    </div>
  );
}
