import type { Schema } from '../../../client/client.ts';
import { toCountryText, toDayText } from '../i18n/formats.ts';
import { findText, t } from '../i18n/texts.ts';
import type { Form } from './guest-form.ts';

type Said = Pick<Form, 'answers' | 'questions'>;

/** What the guest wrote, word for word, and what another form of the same guest said otherwise. */
export function FormAnswers({ form }: { readonly form: Form }) {
  if (!isAnything(form) && form.setAside.length === 0) return null;
  return (
    <>
      {form.setAside.map((said, index) => (
        <div key={index} class="form-aside">
          <p>{t('form.setAside')}</p>
          <Facts said={said} />
        </div>
      ))}
      {isAnything(form) && (
        <details class="form-answers">
          <summary>{t('form.wrote')}</summary>
          <Facts said={form} />
        </details>
      )}
    </>
  );
}

function isAnything({ answers, questions }: Said): boolean {
  return Object.keys(answers).length + questions.length > 0;
}

function Facts({ said: { answers, questions } }: { readonly said: Said }) {
  const facts = [
    ...order
      .filter((field) => answers[field] !== undefined)
      .map((field) => [field, t(`fields.${field}`), toShown(field, answers[field] ?? '')] as const),
    ...questions.map(({ id, name, answer }: Schema<'AnsweredQuestion'>) => [`question.${id}`, name, answer] as const),
  ];
  return (
    <dl class="facts">
      {facts.map(([id, name, value]) => (
        <div key={id}>
          <dt dir="auto">{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** As the form asks; the machine-readable zone is for machines. */
const order = [
  ...(['firstName', 'lastName', 'birthDate', 'gender', 'nationality', 'guardian', 'email', 'phone'] as const),
  ...(['country', 'address', 'address2', 'zip', 'city', 'state', 'documentType', 'documentNumber'] as const),
  ...(['documentIssuingCountry', 'documentIssuedOn', 'documentExpiresOn', 'arrivalTime', 'purpose'] as const),
  'licencePlate',
] as const;

type Field = (typeof order)[number];

const kinds: Readonly<Partial<Record<Field, 'day' | 'country' | 'choice'>>> = {
  ...{ birthDate: 'day', documentIssuedOn: 'day', documentExpiresOn: 'day' },
  ...{ nationality: 'country', country: 'country', documentIssuingCountry: 'country' },
  ...{ gender: 'choice', documentType: 'choice', purpose: 'choice' },
};

function toShown(field: Field, value: string): string {
  const kind = kinds[field];
  if (kind === 'day') return toDayText(value, 'full');
  if (kind === 'country') return toCountryText(value);
  return kind === 'choice' ? (findText(`form.choices.${field}.${value}`) ?? value) : value;
}
