import { tabMemory } from './tab-memory.ts';

/** What the reader of documents found for a step to come, in this tab's memory; sent nowhere before the guest has seen it. */
const place = `read ${location.pathname.split('/')[2] ?? ''}`;

/** By the names of the fields, as they are typed. */
export type FieldTexts = Readonly<Record<string, string>>;

/** Fills in what this page asks for; answers the rest. */
export function fillFields(texts: FieldTexts): FieldTexts {
  const left = Object.entries(texts).filter(([name, text]) => text !== '' && !fillField(name, text));
  return Object.fromEntries(left);
}

/** Where the document's own step is still to come; that one asks for nothing later. */
export function keepForLater(texts: FieldTexts): void {
  if (findNumber() === null) tabMemory.keep(place, JSON.stringify(texts));
  else tabMemory.forget(place);
}

/** Where nobody has answered the document yet; whether there was something. */
export function fillFromBefore(): boolean {
  const number = findNumber();
  const kept = tabMemory.find(place);
  if (number === null || kept === null) return false;
  tabMemory.forget(place);
  if (number.value !== '') return false;
  fillFields(JSON.parse(kept) as FieldTexts);
  return true;
}

function findNumber(): HTMLInputElement | null {
  return document.querySelector('main [name="documentNumber"]');
}

function fillField(name: string, text: string): boolean {
  const controls = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`main [name="${name}"]`)];
  for (const control of controls) {
    if (control instanceof HTMLInputElement && control.type === 'radio') control.checked = control.value === text;
    else control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return controls.length > 0;
}
