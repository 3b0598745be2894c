import { Icon } from '../components/icon.tsx';
import { Menu } from '../components/menu.tsx';
import { toLanguageName } from '../i18n/formats.ts';
import { language, type Language, languages, speak, t } from '../i18n/texts.ts';
import { rememberLanguage, theme } from '../state/preferences.ts';
import { isAtLeast, me, signOut, toPageAddress } from '../state/session.ts';

const themes = ['system', 'light', 'dark'] as const;

export function UserMenu() {
  const name = me.value?.name ?? '';
  return (
    <Menu
      label={t('user.menu', { name })}
      buttonClass="button button-plain button-icon"
      face={<Icon name="user" size={22} />}
    >
      <p class="menu-head">{t('user.signedInAs', { name })}</p>
      {me.value?.kind === 'user' && (
        <a class="menu-item" href={toPageAddress('account')}>
          <Icon name="user" />
          {t('pages.account')}
        </a>
      )}
      {isAtLeast('admin') && (
        <a class="menu-item" href={toPageAddress('connections')}>
          <Icon name="link" />
          {t('user.connections')}
        </a>
      )}
      <LanguageChoice />
      <ThemeChoice />
      <button type="button" class="menu-item" onClick={() => void signOut()}>
        <Icon name="out" />
        {t('user.signOut')}
      </button>
    </Menu>
  );
}

export function LanguageChoice() {
  const onChange = (event: { readonly currentTarget: HTMLSelectElement }) => {
    const wished = event.currentTarget.value as Language;
    rememberLanguage(wished);
    void speak(wished);
  };
  return (
    <label class="menu-field">
      <Icon name="globe" />
      <span class="unseen">{t('user.language')}</span>
      <select class="input" value={language.value} onChange={onChange}>
        {languages.map((code) => (
          <option key={code} value={code} lang={code}>
            {toLanguageName(code)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function ThemeChoice() {
  return (
    <label class="menu-field">
      <Icon name="theme" />
      <span class="unseen">{t('user.theme')}</span>
      <select
        class="input"
        value={theme.value}
        onChange={(event) => {
          theme.value = event.currentTarget.value as (typeof themes)[number];
        }}
      >
        {themes.map((name) => (
          <option key={name} value={name}>
            {t(`themes.${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
