import { signal } from '@preact/signals';

const said = signal('');

/** Tells those who listen to the page, e.g. that a guest's state has changed. */
export function announce(text: string): void {
  said.value = text;
}

export function Announcer() {
  return (
    <div class="unseen" role="status" aria-live="polite">
      {said.value}
    </div>
  );
}
