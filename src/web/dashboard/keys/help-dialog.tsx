import { Dialog } from '../components/dialog.tsx';
import { t } from '../i18n/texts.ts';
import { hasShortcuts } from '../state/preferences.ts';

const shortcuts = [
  [['j', 'k'], 'keys.walk'],
  [['Enter'], 'keys.open'],
  [['Esc'], 'keys.close'],
  [['/'], 'keys.search'],
  [['a'], 'keys.approve'],
  [['d'], 'keys.decline'],
  [['r'], 'keys.rescreen'],
  [['n'], 'keys.note'],
  [['p'], 'keys.print'],
  [['1', '2'], 'keys.pages'],
  [['?'], 'keys.help'],
] as const;

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl class="keys">
        {shortcuts.map(([names, text]) => (
          <div key={text}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <label class="choice">
        <input
          type="checkbox"
          checked={hasShortcuts.value}
          onChange={(event) => {
            hasShortcuts.value = event.currentTarget.checked;
          }}
        />
        {t('keys.switch')}
      </label>
    </Dialog>
  );
}
