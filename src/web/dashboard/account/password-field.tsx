import { Field } from '../components/field.tsx';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The password of now, asked again before something that matters. */
export function PasswordField({ label, value, onChange }: PasswordFieldProps) {
  return (
    <Field
      label={label}
      value={value}
      onChange={onChange}
      input={{ type: 'password', autoComplete: 'current-password', maxLength: 200, required: true }}
    />
  );
}
