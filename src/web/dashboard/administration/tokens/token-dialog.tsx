import { useState } from 'preact/hooks';
import { getData, type Schema } from '../../../../client/client.ts';
import { client } from '../../api/api.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { Choice } from '../../components/choice.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { SecretBox } from '../../components/secret-box.tsx';
import { addDays } from '../../i18n/days.ts';
import { t } from '../../i18n/texts.ts';
import { everyProperty, property } from '../../state/session.ts';
import { listOwnPlaces } from '../users/grants-field.tsx';
import { toPlaceText } from '../users/users.ts';

type Scope = Schema<'TokenScope'>;

const scopes: readonly Scope[] = ['outcomes', 'read', 'decide', 'manage', 'administer'];
const usualDays = 365;
const longestDays = 730;

interface TokenDialogProps {
  readonly onClose: () => void;
  readonly onMade: () => void;
}

/** Makes a token, and shows it this once. */
export function TokenDialog({ onClose, onMade }: TokenDialogProps) {
  const today = new Date().toISOString().slice(0, 10);
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('outcomes');
  const [places, setPlaces] = useState<readonly string[]>(() => [property.value?.id ?? everyProperty]);
  const [lastDay, setLastDay] = useState(addDays(today, usualDays));
  const [secret, setSecret] = useState<string>();
  const send = async () => {
    const body = { name: name.trim(), scope, propertyIds: [...places], expiresAt: `${lastDay}T23:59:59Z` };
    setSecret((await getData(client.POST('/api/v1/tokens', { body }))).secret);
    onMade();
  };
  if (secret !== undefined) return <MadeToken secret={secret} onClose={onClose} />;
  return (
    <Dialog title={t('administration.tokens.make')} onClose={onClose}>
      <ActionForm
        submit={t('administration.tokens.make')}
        onSubmit={send}
        isReady={name.trim() !== '' && places.length > 0 && lastDay !== ''}
      >
        <Field
          label={t('administration.tokens.name')}
          hint={t('administration.tokens.nameHint')}
          value={name}
          onChange={setName}
          path="/name"
          input={{ autoComplete: 'off', maxLength: 100, dir: 'auto', required: true }}
        />
        <Choice
          label={t('administration.tokens.scope')}
          value={scope}
          options={scopes.map((one) => [one, t(`administration.scopes.${one}`)] as const)}
          onChange={setScope}
        />
        <PlacesField places={places} onChange={setPlaces} />
        <Field
          label={t('administration.tokens.lastDay')}
          hint={t('administration.tokens.lastDayHint')}
          value={lastDay}
          onChange={setLastDay}
          path="/expiresAt"
          input={{ type: 'date', min: today, max: addDays(today, longestDays), required: true }}
        />
      </ActionForm>
    </Dialog>
  );
}

function MadeToken({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  return (
    <Dialog title={t('administration.tokens.madeTitle')} onClose={onClose}>
      <p>{t('administration.tokens.madeMeans')}</p>
      <SecretBox label={t('administration.tokens.secret')} text={secret} />
      <p class="hint">{t('administration.tokens.howTo')}</p>
      <div class="actions">
        <button type="button" class="button button-main" onClick={onClose}>
          {t('administration.tokens.kept')}
        </button>
      </div>
    </Dialog>
  );
}

interface PlacesFieldProps {
  readonly places: readonly string[];
  readonly onChange: (places: readonly string[]) => void;
}

/** `*` stands alone: it holds all the others. */
function PlacesField({ places, onChange }: PlacesFieldProps) {
  const toggle = (id: string) => {
    if (places.includes(id)) onChange(places.filter((place) => place !== id));
    else onChange(id === everyProperty ? [id] : [...places.filter((place) => place !== everyProperty), id]);
  };
  return (
    <fieldset class="choices choices-wide">
      <legend class="legend">{t('administration.tokens.places')}</legend>
      {listOwnPlaces().map((id) => (
        <label key={id} class="choice">
          <input type="checkbox" checked={places.includes(id)} onChange={() => toggle(id)} />
          {toPlaceText(id)}
        </label>
      ))}
    </fieldset>
  );
}
