import { useEffect, useRef } from 'preact/hooks';
import { hasShortcuts } from '../state/preferences.ts';

/** What a key does, by the key's name as browsers report it. */
export type Keymap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** These work while single keys are switched off, since nobody speaks them by accident. */
const alwaysOn: readonly string[] = ['Escape'];

/** Binds keys while a component is there. A key typed into a field, or in front of a dialog, is left alone. */
export function useKeys(keymap: Keymap): void {
  const current = useRef(keymap);
  current.current = keymap;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = current.current[event.key];
      if (act === undefined || !isMeant(event)) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isMeant(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (!hasShortcuts.value && !alwaysOn.includes(event.key)) return false;
  const target = event.target as Element;
  return target.closest('input, textarea, select, dialog, .menu-list, [contenteditable]') === null;
}
