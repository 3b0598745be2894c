import type { InputHTMLAttributes } from 'preact';
import { useContext, useId } from 'preact/hooks';
import { FieldProblemsContext } from '../api/field-problems.ts';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** Where it stands in the body that the form sends, e.g. `/email`: what the service finds wrong with it is shown here. */
  readonly path?: string;
  readonly input?: InputHTMLAttributes;
}

/** One line to fill in, its label above it, and what is wrong with it below. */
export function Field({ label, value, onChange, hint, input, path, ...given }: FieldProps) {
  const id = useId();
  const problems = useContext(FieldProblemsContext);
  const error = given.error ?? (path === undefined ? undefined : problems[path]);
  const notes = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <input
        id={id}
        class="input"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
        aria-invalid={error !== undefined}
        aria-describedby={notes === '' ? undefined : notes}
        {...input}
      />
      {error !== undefined && (
        <p id={`${id}-error`} class="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
