import { useEffect } from 'preact/hooks';
import { useKeys } from '../keys/keys.ts';
import { go, place, toAddress } from '../state/route.ts';

/** The row that had the focus last: on the page of reviews a guest may stand in two lists. */
let lastRow: EventTarget | null = null;

/** Walks through the list with j and k: opens the next guest where one is open already, else moves to the row. */
export function useRowKeys(): void {
  useKeys({ j: () => walk(1), k: () => walk(-1), ArrowDown: () => walk(1), ArrowUp: () => walk(-1), Escape: close });
  useEffect(() => {
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
}

function walk(step: number): void {
  const rows = listRows();
  const chosen = place.value.parts[2];
  const from = chosen === undefined ? document.activeElement : findRow(chosen);
  const at = rows.findIndex((row) => row === from);
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
  setTimeout(() => findRow(screeningId)?.focus());
}

function remember({ target }: FocusEvent): void {
  if (target instanceof Element && target.classList.contains('row')) lastRow = target;
}

function listRows(): readonly HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('.row')];
}

/** The guest's row; where there are several, the one that one came from. */
function findRow(screeningId: string): HTMLAnchorElement | undefined {
  const rows = listRows().filter((row) => row.dataset.screening === screeningId);
  return rows.find((row) => row === lastRow) ?? rows[0];
}
