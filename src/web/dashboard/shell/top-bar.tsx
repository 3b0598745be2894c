import { Icon } from '../components/icon.tsx';
import { t } from '../i18n/texts.ts';
import { searchText } from '../state/search.ts';
import { go, place, toAddress } from '../state/route.ts';
import { properties, property } from '../state/session.ts';
import { LiveMark } from './live-mark.tsx';
import { UserMenu } from './user-menu.tsx';

export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  return (
    <header class="bar">
      <PropertySwitch />
      <Search />
      <LiveMark />
      <button
        type="button"
        class="button button-plain button-icon bar-help"
        aria-label={t('keys.title')}
        onClick={onHelp}
      >
        <Icon name="help" />
      </button>
      <UserMenu />
    </header>
  );
}

function PropertySwitch() {
  const current = property.value;
  if (properties.value.length < 2) return <p class="bar-name">{current?.name ?? t('name')}</p>;
  return (
    <select
      class="bar-property"
      aria-label={t('property')}
      value={current?.id}
      onChange={(event) => go(toAddress([event.currentTarget.value, place.value.parts[1] ?? 'arrivals']))}
    >
      {properties.value.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** What is typed stays out of the address: it is a name, most often. */
function Search() {
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }) => {
    if (event.key === 'Escape') {
      searchText.value = '';
      event.currentTarget.blur();
    }
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      document.querySelector<HTMLElement>('.row')?.focus();
    }
  };
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        id="search"
        class="search-input"
        type="search"
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        aria-label={t('search.label')}
        placeholder={t('search.hint')}
        value={searchText.value}
        onInput={(event) => {
          searchText.value = event.currentTarget.value;
        }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
