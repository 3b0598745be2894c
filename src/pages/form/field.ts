import { attributes, type Html, html } from '../html.ts';
import { countryOptions } from './country-options.ts';
import { dateParts, exampleDate } from './date-parts.ts';
import type { FieldView, PageFrame } from './form-view.ts';
import { typingHints } from './typing-hints.ts';

export interface FieldSurroundings {
  readonly frame: PageFrame;
  readonly likelyCountries: readonly string[];
}

/** One question: its words, what helps to answer it, what is wrong with the answer, and where to type. */
export function field(view: FieldView, surroundings: FieldSurroundings): Html {
  switch (view.control) {
    case 'date':
      return dateField(view, surroundings);
    case 'choice':
      return (view.choices ?? []).length > 4 ? selectField(view, surroundings) : choiceField(view, surroundings);
    case 'country':
      return selectField(view, surroundings);
    case 'checkbox':
      return checkboxField(view, surroundings);
    case 'hidden':
      return html`<input${attributes({ type: 'hidden', name: view.name, value: view.value, 'data-field': view.name })} />`;
    case 'text':
    case 'time':
    case 'file':
    case 'textarea':
      return lineField(view, surroundings);
  }
}

function lineField(view: FieldView, { frame }: FieldSurroundings): Html {
  const common = { id: toId(view), name: view.name, ...described(view, frame), ...typingHints(view.name) };
  const type = view.control === 'text' ? (typingHints(view.name).type ?? 'text') : view.control;
  const input =
    view.control === 'textarea'
      ? html`<textarea${attributes({ ...common, type: undefined, rows: 3 })}>
${view.value}</textarea
        >`
      : html`<input${attributes({ ...common, type, ...(view.control === 'file' ? { accept: 'image/jpeg,image/png,application/pdf' } : { value: view.value }) })} />`;
  return html`<div class="field${wrongMark(view)}">
    <label for="${toId(view)}">${labelOf(view, frame)}${optionalMark(view, frame)}</label>
    ${notes(view, frame)}${input}
  </div>`;
}

function selectField(view: FieldView, { frame, likelyCountries }: FieldSurroundings): Html {
  const options =
    view.control === 'country'
      ? countryOptions({ language: frame.language, likely: likelyCountries, chosen: view.value })
      : (view.choices ?? []).map(
          ({ value, label }) =>
            html`<option${attributes({ value, selected: value === view.value })}>
              ${label ?? choiceText(view, value, frame)}
            </option>`,
        );
  return html`<div class="field${wrongMark(view)}">
    <label for="${toId(view)}">${labelOf(view, frame)}${optionalMark(view, frame)}</label>
    ${notes(view, frame)}<select${attributes({ id: toId(view), name: view.name, ...described(view, frame), ...typingHints(view.name), 'data-guess': view.guess })}>
      <option value="">${frame.t('choose')}</option>
      ${options}
    </select>
  </div>`;
}

function choiceField(view: FieldView, { frame }: FieldSurroundings): Html {
  const options = (view.choices ?? []).map(({ value, label }, index) => {
    const id = index === 0 ? toId(view) : `${toId(view)}-${index}`;
    return html`<label class="option" for="${id}"
      ><input${attributes({ type: 'radio', id, name: view.name, value, checked: value === view.value, required: view.isRequired })}><span
        >${label ?? choiceText(view, value, frame)}</span
      ></label
    >`;
  });
  return html`<fieldset class="field${wrongMark(view)}" ${attributes(describedBy(view, frame))}>
    <legend>${labelOf(view, frame)}${optionalMark(view, frame)}</legend>
    ${notes(view, frame)}
    <div class="options">${options}</div>
  </fieldset>`;
}

function checkboxField(view: FieldView, { frame }: FieldSurroundings): Html {
  const id = toId(view);
  return html`<div class="field${wrongMark(view)}">
    ${problemNote(view, frame)}<label class="option" for="${id}"
      ><input${attributes({ type: 'checkbox', id, name: view.name, value: 'yes', checked: view.value === 'yes', ...described(view, frame) })}><span
        >${labelOf(view, frame)}</span
      ></label
    >${hintNote(view, frame)}
  </div>`;
}

function dateField(view: FieldView, { frame }: FieldSurroundings): Html {
  const inputs = dateParts({ language: frame.language, value: view.value }).map(({ part, label, value }, index) => {
    const id = index === 0 ? toId(view) : `${toId(view)}-${part}`;
    const completes = view.name === 'birthDate' ? `bday-${part}` : 'off';
    return html`<div class="part part-${part}">
      <label for="${id}">${label}</label
      ><input${attributes({
        id,
        name: `${view.name}.${part}`,
        value,
        type: 'text',
        inputmode: 'numeric',
        maxlength: part === 'year' ? 4 : 2,
        autocomplete: completes,
        required: view.isRequired,
        'aria-invalid': view.problem === undefined ? undefined : 'true',
      })}>
    </div>`;
  });
  return html`<fieldset class="field${wrongMark(view)}" ${attributes(describedBy(view, frame))}>
    <legend>${labelOf(view, frame)}${optionalMark(view, frame)}</legend>
    ${notes(view, frame)}
    <div class="parts" data-date="${view.name}">${inputs}</div>
  </fieldset>`;
}

/** What the summary of problems jumps to. */
export function toId(view: Pick<FieldView, 'name'>): string {
  return `f-${view.name.replace(/[^\w-]/g, '-')}`;
}

export function labelOf(view: FieldView, { t }: PageFrame): string {
  return view.label ?? t(`field.${view.name}`);
}

export function choiceText(view: Pick<FieldView, 'name'>, value: string, { t }: PageFrame): string {
  return t(`choice.${view.name}.${value}`);
}

const hintedFields: ReadonlySet<string> = new Set([
  'firstName',
  'lastName',
  'birthDate',
  'email',
  'companionEmail',
  'phone',
  'documentNumber',
  'documentExpiresOn',
  'documentImage',
  'licencePlate',
  'arrivalDate',
  'bookedLastName',
]);

function notes(view: FieldView, frame: PageFrame): Html {
  return html`${hintNote(view, frame)}${problemNote(view, frame)}`;
}

function hintNote(view: FieldView, frame: PageFrame): Html | undefined {
  const hint = hintOf(view, frame);
  return hint === undefined ? undefined : html`<p class="hint" id="${toId(view)}-hint">${hint}</p>`;
}

function hintOf(view: FieldView, { t, language }: PageFrame): string | undefined {
  const hint = hintedFields.has(view.name) ? t(`hint.${view.name}`, { example: exampleDate(language) }) : undefined;
  const why = view.why === undefined ? undefined : t(`why.${view.why}`);
  const words = [hint, why].filter((text) => text !== undefined && text !== '');
  return words.length === 0 ? undefined : words.join(' ');
}

function problemNote(view: FieldView, { t }: PageFrame): Html | undefined {
  if (view.problem === undefined) return undefined;
  return html`<p class="problem" id="${toId(view)}-problem">${t(`problem.${view.problem}`)}</p>`;
}

function described(view: FieldView, frame: PageFrame) {
  return {
    ...describedBy(view, frame),
    required: view.isRequired,
    'aria-invalid': view.problem === undefined ? undefined : 'true',
  };
}

function describedBy(view: FieldView, frame: PageFrame): { readonly 'aria-describedby': string | undefined } {
  const ids = [
    hintOf(view, frame) === undefined ? '' : `${toId(view)}-hint`,
    view.problem === undefined ? '' : `${toId(view)}-problem`,
  ].filter((id) => id !== '');
  return { 'aria-describedby': ids.length === 0 ? undefined : ids.join(' ') };
}

function optionalMark(view: FieldView, { t }: PageFrame): Html | undefined {
  return view.isRequired ? undefined : html` <span class="optional">${t('optional')}</span>`;
}

function wrongMark(view: FieldView): string {
  return view.problem === undefined ? '' : ' wrong';
}
