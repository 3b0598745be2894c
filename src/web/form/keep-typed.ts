import { tabMemory } from './tab-memory.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const token = location.pathname.split('/')[2] ?? '';

/** Where a page's form stands in this tab's memory, until the next page of it is there. */
const place = `typed ${token}`;

interface Draft {
  /** Of what was stored when the page was made: where it is the same, nothing of the draft has arrived. */
  readonly version: string;
  readonly action: string;
  readonly values: readonly (readonly [string, string])[];
}

/**
 * Sends nothing while the phone says that there is no network, and keeps what was typed over a page that a network which broke
 * off put in its place: browsers give nothing back to a page that may not be kept.
 */
export function keepTyped(): void {
  tabMemory.forgetOthers(token);
  const form = document.querySelector<HTMLFormElement>('#page-form[data-offline]');
  if (form === null) {
    tabMemory.forget(place);
    return;
  }
  restore(form);
  const sayOffline = offlineNote(form);
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) tabMemory.keep(place, JSON.stringify(toDraft(form)));
    else {
      event.preventDefault();
      sayOffline();
    }
  });
}

function restore(form: HTMLFormElement): void {
  const draft = JSON.parse(tabMemory.find(place) ?? 'null') as Draft | null;
  tabMemory.forget(place);
  if (draft?.version !== readVersion(form) || draft.action !== form.action) return;
  for (const control of listControls(form)) {
    const values = draft.values.filter(([name]) => name === control.name).map(([, value]) => value);
    // What was unticked is in no draft, and may be ticked on the page.
    if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type))
      control.checked = values.includes(control.value);
    else if (values[0] !== undefined) [control.value] = values;
  }
}

function toDraft(form: HTMLFormElement): Draft {
  const names = new Set(listControls(form).map(({ name }) => name));
  const values = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    names.has(name) && typeof value === 'string' ? [[name, value]] : [],
  );
  return { version: readVersion(form), action: form.action, values };
}

/** What a guest fills in, or the reader of documents; not what the page itself says. */
function listControls(form: HTMLFormElement): readonly Control[] {
  return [...form.querySelectorAll<Control>('.fields input, .fields select, .fields textarea')].filter(
    ({ type, name }) => type !== 'file' && name !== '',
  );
}

function readVersion(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>('[name="version"]')?.value ?? '';
}

/** Says it until the network is there again, however often somebody presses. */
function offlineNote(form: HTMLFormElement): () => void {
  const note = form.querySelector('[data-saved]');
  if (note === null) return () => undefined;
  const { textContent: before, className } = note;
  window.addEventListener('online', () => {
    note.textContent = before;
    note.className = className;
    note.removeAttribute('role');
  });
  return () => {
    note.textContent = form.dataset.offline ?? '';
    note.className = 'saved problem';
    note.setAttribute('role', 'alert');
  };
}
