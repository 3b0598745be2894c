import { effect, signal } from '@preact/signals';

/** What somebody is typing. */
export const searchText = signal('');

/** The same once they pause, so that a name is one question and not one for each letter. */
export const settledSearch = signal('');

const pauseMs = 180;

export function followSearch(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const text = searchText.value.trim();
    clearTimeout(timer);
    if (text === '') settledSearch.value = '';
    else
      timer = setTimeout(() => {
        settledSearch.value = text;
      }, pauseMs);
  });
}
