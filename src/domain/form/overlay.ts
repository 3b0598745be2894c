import type { SubjectFields } from '../subject.ts';
import { type AnsweredSubjectField, findSubjectField, type FormAnswers, type FormField } from './form-field.ts';

/**
 * What a guest says where the PMS shows something else: not told to it yet, or not to be. `basis` is what the PMS showed when
 * the guest said it (absent: nothing). Where the PMS shows a third thing, somebody there knows better, and it counts.
 */
export type Overlay = Readonly<Partial<Record<AnsweredSubjectField, Said>>>;

export interface Said {
  readonly value: string;
  readonly basis?: string;
  /** What the guest said before and has corrected: the PMS was told of it, or is about to be, and may show it. */
  readonly former?: readonly string[];
}

/** The subject's fields as they are screened: the guest's word over what the PMS shows, where it holds. */
export function overlayFields(fields: SubjectFields, overlay: Overlay): SubjectFields {
  const said = Object.entries(overlay).filter(([name, word]) => holds(word, toText(fields, name)));
  const overlaid = { ...fields, ...Object.fromEntries(said.map(([name, { value }]) => [name, value])) };
  return isZoneOfAnother(overlaid, overlay) ? withoutZone(overlaid) : overlaid;
}

/** What is left of an overlay once the PMS has shown it, or something newer. */
export function dropSettled(overlay: Overlay, fields: SubjectFields): Overlay {
  const isOpen = ([name, word]: readonly [string, Said]) => holds(word, toText(fields, name));
  const isOfZone = (name: string) => name === 'documentNumber' && overlay.documentMrz !== undefined;
  return Object.fromEntries(Object.entries(overlay).filter((entry) => isOpen(entry) || isOfZone(entry[0])));
}

/** Nobody but the guest has changed it since. */
function holds({ basis, former = [] }: Said, shown: string | undefined): boolean {
  return shown === basis || (shown !== undefined && former.includes(shown));
}

/**
 * The overlay of a correction, when the PMS may have been told what was said before and nobody has seen it there yet. What was
 * corrected back to the beginning is to be told all the same.
 */
export function withFormer(overlay: Overlay, before: Overlay, answers: FormAnswers): Overlay {
  const corrected = (Object.entries(before) as [AnsweredSubjectField, Said][]).flatMap(
    ([name, { former = [], ...said }]) => {
      const value = overlay[name]?.value ?? answers[name as FormField];
      if (value === undefined || value === '') return [];
      const earlier = [...former, said.value].filter((word) => word !== value);
      return earlier.length === 0 ? [] : [[name, { ...said, ...overlay[name], value, former: earlier }] as const];
    },
  );
  return { ...overlay, ...Object.fromEntries(corrected) };
}

/** Where answers differ from what the PMS shows; `known` are its fields, without any overlay. */
export function toOverlay(answers: FormAnswers, known: SubjectFields): Overlay {
  const entries = (Object.entries(answers) as [FormField, string][]).flatMap(([field, value]) => {
    const name = findSubjectField(field);
    if (name === undefined || value === '') return [];
    const basis = toText(known, name);
    const isOfZone = name === 'documentNumber' && answers.documentMrz !== undefined;
    return basis === value && !isOfZone ? [] : [[name, { value, ...(basis !== undefined && { basis }) }] as const];
  });
  return Object.fromEntries(entries);
}

/** The PMS's own fields, where they are known with an overlay on them. */
export function withoutOverlay(fields: SubjectFields, overlay: Overlay): SubjectFields {
  const shown = { ...fields } as Record<string, unknown>;
  for (const [name, { value, basis }] of Object.entries(overlay)) {
    if (shown[name] !== value) continue;
    if (basis === undefined) Reflect.deleteProperty(shown, name);
    else shown[name] = basis;
  }
  return shown as unknown as SubjectFields;
}

function toText(fields: SubjectFields, name: string): string | undefined {
  return fields[name as AnsweredSubjectField];
}

/** A machine-readable zone belongs to the document that was shown with it. */
function isZoneOfAnother(fields: SubjectFields, { documentMrz, documentNumber }: Overlay): boolean {
  if (documentMrz === undefined || documentNumber === undefined) return false;
  return fields.documentNumber !== documentNumber.value;
}

function withoutZone(fields: SubjectFields): SubjectFields {
  const { documentMrz, ...others } = fields;
  return documentMrz === undefined ? fields : others;
}
