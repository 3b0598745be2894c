import { fillFromBefore } from './later-fields.ts';

interface ReaderWords {
  /** Where the reader is fetched. */
  readonly script: string;
  readonly loading: string;
  readonly reading: string;
  readonly done: string;
  readonly failed: string;
}

/** Shows the way to read the document with the camera. What reads it is fetched when a picture is there, not before. */
export function offerDocumentReader(): void {
  const card = document.querySelector<HTMLElement>('[data-reader]');
  const status = card?.querySelector<HTMLElement>('[role="status"]');
  if (card === null || !status) return;
  // The page keeps a place for it; browsers that are locked down have none.
  if (typeof WebAssembly !== 'object') {
    card.remove();
    return;
  }
  const words = JSON.parse(card.dataset.reader ?? '{}') as ReaderWords;
  card.classList.add('ready');
  if (fillFromBefore()) status.textContent = words.done;
  card.addEventListener('change', ({ target }) => {
    const input = target as HTMLInputElement;
    const [picture] = input.files ?? [];
    // The same picture may be chosen again.
    input.value = '';
    if (picture !== undefined) void read(picture, { words, status, card });
  });
}

interface Reader {
  readonly words: ReaderWords;
  readonly status: HTMLElement;
  readonly card: HTMLElement;
}

async function read(picture: File, { words, status, card }: Reader): Promise<void> {
  card.setAttribute('aria-busy', 'true');
  status.textContent = words.loading;
  const isRead = await readInBrowser(picture, words.script, () => (status.textContent = words.reading)).catch(
    () => false,
  );
  card.removeAttribute('aria-busy');
  status.textContent = isRead ? words.done : words.failed;
}

/** What reader/read-into.ts exports. */
interface Reading {
  readonly readInto: (picture: Blob, onReady: () => void) => Promise<boolean>;
}

async function readInBrowser(picture: File, script: string, onReady: () => void): Promise<boolean> {
  const { readInto } = (await import(/* @vite-ignore */ script)) as Reading;
  return readInto(picture, onReady);
}
