import { findProblem, type ProblemCode } from './typed-problems.ts';

/** Says what is surely wrong as soon as a field is left, and takes it back as soon as it is right. The server decides. */
export function checkWhileTyping(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-problems]');
  if (form === null) return;
  const words = JSON.parse(form.dataset.problems ?? '{}') as Readonly<Record<ProblemCode, string>>;
  const checkField = (field: HTMLElement, mayComplain: boolean): void => {
    const problem = findProblem(readField(field));
    const isShown = field.querySelector('.problem') !== null;
    if (problem === undefined && isShown) show(field, undefined);
    else if (problem !== undefined && (mayComplain || isShown)) show(field, words[problem]);
  };
  const afterPress = followPresses();
  form.addEventListener('focusout', (event) => {
    const field = (event.target as HTMLElement).closest<HTMLElement>('.field');
    const goesTo = event.relatedTarget as Node | null;
    if (field !== null && !field.contains(goesTo)) afterPress(() => checkField(field, true));
  });
  form.addEventListener('input', (event) => {
    const field = (event.target as HTMLElement).closest<HTMLElement>('.field');
    if (field?.classList.contains('wrong') === true) checkField(field, false);
  });
}

/**
 * Runs at once, or, while something is being pressed, when that is over: words that push a button away from under the finger
 * would make the press go astray.
 */
function followPresses(): (action: () => void) => void {
  let isPressed = false;
  const waiting: (() => void)[] = [];
  document.addEventListener('pointerdown', () => (isPressed = true), true);
  const release = () => {
    isPressed = false;
    setTimeout(() => waiting.splice(0).forEach((action) => action()));
  };
  document.addEventListener('pointerup', release, true);
  document.addEventListener('pointercancel', release, true);
  return (action) => {
    if (isPressed) waiting.push(action);
    else action();
  };
}

function readField(field: HTMLElement) {
  const parts = field.querySelector<HTMLElement>('[data-date]');
  if (parts !== null) {
    const read = (part: string) => parts.querySelector<HTMLInputElement>(`[name$=".${part}"]`)?.value.trim() ?? '';
    return {
      kind: 'date' as const,
      name: parts.dataset.date ?? '',
      day: read('day'),
      month: read('month'),
      year: read('year'),
    };
  }
  const input = field.querySelector<HTMLInputElement>('input, select, textarea');
  return { kind: 'text' as const, type: input?.type ?? '', value: input?.value.trim() ?? '' };
}

function show(field: HTMLElement, words: string | undefined): void {
  const inputs = [...field.querySelectorAll<HTMLElement>('input, select, textarea')];
  const id = `${inputs[0]?.id ?? ''}-problem`;
  field.querySelector('.problem')?.remove();
  field.classList.toggle('wrong', words !== undefined);
  const described = field.tagName === 'FIELDSET' ? field : inputs[0];
  const others = (described?.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((one) => one !== id && one !== '');
  const ids = words === undefined ? others : [...others, id];
  if (ids.length > 0) described?.setAttribute('aria-describedby', ids.join(' '));
  else described?.removeAttribute('aria-describedby');
  for (const input of inputs) {
    if (words === undefined) input.removeAttribute('aria-invalid');
    else input.setAttribute('aria-invalid', 'true');
  }
  if (words === undefined) return;
  const note = Object.assign(document.createElement('p'), { className: 'problem', id, textContent: words });
  note.setAttribute('role', 'status');
  const before = field.querySelector('.parts, .options') ?? inputs[0];
  before?.before(note);
}
