import { useId } from 'preact/hooks';
import { t } from '../i18n/texts.ts';

interface ReasonChoiceProps {
  readonly suggested: readonly string[];
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** Reasons to choose from, and room for one's own. What is chosen can be written on. */
export function ReasonChoice({ suggested, value, onChange }: ReasonChoiceProps) {
  const id = useId();
  return (
    <>
      <fieldset class="choices">
        <legend class="legend">{t('decide.reason')}</legend>
        {suggested.map((reason) => (
          <label key={reason} class="choice">
            <input type="radio" name={id} checked={value === reason} onChange={() => onChange(reason)} />
            {reason}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for={`${id}-own`}>{t('decide.ownReason')}</label>
        <textarea
          id={`${id}-own`}
          class="input"
          maxLength={2000}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      </div>
    </>
  );
}
