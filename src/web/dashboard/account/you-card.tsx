import { useState } from 'preact/hooks';
import { getData, type Schema } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { toLanguageName } from '../i18n/formats.ts';
import { language, type Language, languages, speak, t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { rememberLanguage } from '../state/preferences.ts';
import { noteMe } from '../state/session.ts';

/** Name, and the language of the page and of mails. */
export function YouCard({ own }: { readonly own: Schema<'Me'> }) {
  const [name, setName] = useState(own.name);
  const [wished, setWished] = useState<Language>(languages.find((code) => code === own.language) ?? language.value);
  const [isSaved, setSaved] = useState(false);
  const send = async () => {
    setSaved(false);
    noteMe(await getData(client.PATCH('/api/v1/me', { body: { name: name.trim(), language: wished } })));
    rememberLanguage(wished);
    await speak(wished);
    setSaved(true);
    announce(t('account.saved'));
  };
  return (
    <Card title={t('account.you')}>
      <ActionForm
        submit={t('actions.save')}
        onSubmit={send}
        isReady={name.trim() !== ''}
        beside={isSaved && <p class="pill pill-good">{t('account.saved')}</p>}
      >
        <p class="faint">{own.email}</p>
        <div class="fields">
          <Field
            label={t('account.name')}
            value={name}
            onChange={setName}
            path="/name"
            input={{ autoComplete: 'name', maxLength: 100, dir: 'auto' }}
          />
          <Choice
            label={t('account.language')}
            value={wished}
            options={languages.map((code) => [code, toLanguageName(code)] as const)}
            onChange={setWished}
          />
        </div>
        <p class="hint">{t('account.languageHint')}</p>
      </ActionForm>
    </Card>
  );
}
