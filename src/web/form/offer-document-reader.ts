interface ReaderWords {
  readonly loading: string;
  readonly reading: string;
  readonly done: string;
  readonly failed: string;
}

/** Shows the way to read the document with the camera. What reads it is fetched when a picture is there, not before. */
export function offerDocumentReader(): void {
  const card = document.querySelector<HTMLElement>('[data-reader]');
  const input = card?.querySelector<HTMLInputElement>('input[type="file"]');
  const status = card?.querySelector<HTMLElement>('[role="status"]');
  if (card === null || !input || !status || typeof WebAssembly !== 'object') return;
  const words = JSON.parse(card.dataset.reader ?? '{}') as ReaderWords;
  card.hidden = false;
  input.addEventListener('change', () => {
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
  const isRead = await readInBrowser(picture, () => (status.textContent = words.reading)).catch(() => false);
  card.removeAttribute('aria-busy');
  status.textContent = isRead ? words.done : words.failed;
}

async function readInBrowser(picture: File, onReady: () => void): Promise<boolean> {
  const { readInto } = await import('./reader/read-into.ts');
  return readInto(picture, onReady);
}
