/** What templates may name, by name. What is not known is absent. */
export type TemplateValues = Readonly<Record<string, string | number | boolean | undefined>>;

const placeholder = /\{\{\s*(\w+)\s*\}\}/g;

/** Every name in a template's texts, and what stands in its keys or is a brace too many. */
export function listTemplateProblems(template: unknown, allowed: readonly string[]): readonly string[] {
  if (typeof template === 'string') return listTextProblems(template, allowed);
  if (Array.isArray(template)) return template.flatMap((item) => listTemplateProblems(item, allowed));
  if (typeof template !== 'object' || template === null) return [];
  return Object.entries(template).flatMap(([key, value]) => [
    ...(key.includes('{{') ? ['names a field in a key'] : []),
    ...listTemplateProblems(value, allowed),
  ]);
}

export function listTextProblems(text: string, allowed: readonly string[]): readonly string[] {
  const unknown = [...text.matchAll(placeholder)]
    .map(([, name = '']) => name)
    .filter((name) => !allowed.includes(name));
  const rest = text.replace(placeholder, '');
  return [
    ...unknown.map((name) => `names {{${name}}}, which is none of ${allowed.join(', ')}`),
    ...(rest.includes('{{') || rest.includes('}}') ? ['has a brace too many'] : []),
  ];
}

/**
 * The template with values in the place of names. It is filled as a tree and serialised afterwards, so that nothing a guest
 * writes can become anything but a text. A text that is nothing but a name becomes the value as it is, or null.
 */
export function fillTemplate(template: unknown, values: TemplateValues): unknown {
  if (typeof template === 'string') return fillValue(template, values);
  if (Array.isArray(template)) return template.map((item) => fillTemplate(item, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fillTemplate(value, values)]));
}

/** A text with values in the place of names; nothing where a value is absent. */
export function fillText(text: string, values: TemplateValues): string {
  return text.replace(placeholder, (_whole, name: string) => String(values[name] ?? ''));
}

function fillValue(text: string, values: TemplateValues): unknown {
  const [whole, name = ''] = new RegExp(placeholder.source).exec(text) ?? [];
  return whole === text ? toJsonValue(values[name]) : fillText(text, values);
}

function toJsonValue(value: string | number | boolean | undefined): unknown {
  return value === undefined || (typeof value === 'number' && !Number.isFinite(value)) ? null : value;
}
