import { useKeys } from '../keys/keys.ts';
import { go, place, toAddress } from '../state/route.ts';

/** Walks through the list with j and k: opens the next guest where one is open already, else moves to the row. */
export function useRowKeys(): void {
  useKeys({ j: () => walk(1), k: () => walk(-1), ArrowDown: () => walk(1), ArrowUp: () => walk(-1), Escape: close });
}

function walk(step: number): void {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>('.row')];
  const chosen = place.value.parts[2];
  const at = rows.findIndex((row) =>
    chosen === undefined ? row === document.activeElement : row.dataset.screening === chosen,
  );
  const next = rows[at === -1 ? (step > 0 ? 0 : rows.length - 1) : at + step];
  if (next === undefined) return;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  if (chosen !== undefined) go(next.hash, { replace: true });
}

/** Leaves the guest, and stands where one came from. */
export function close(): void {
  const [propertyId, page, screeningId] = place.value.parts;
  if (propertyId === undefined || page === undefined || screeningId === undefined) return;
  go(toAddress([propertyId, page], place.value.query));
  setTimeout(() => document.querySelector<HTMLElement>(`[data-screening="${CSS.escape(screeningId)}"]`)?.focus());
}
