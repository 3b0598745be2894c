import { isReference, type SchemaNode } from '../../openapi/openapi-document.ts';
import type { ReferenceField, ReferenceType } from '../../pages/reference/reference-view.ts';

const schemaStart = '#/components/schemas/';

/** What a schema allows, in a few words. */
export function toType(schema: SchemaNode): ReferenceType {
  if (isReference(schema)) {
    const name = schema.$ref.slice(schemaStart.length);
    return { text: name, schema: name };
  }
  const choices = toNodes(schema.oneOf ?? schema.anyOf);
  if (choices.length > 0) return toChoice(choices.map(toType));
  if (Array.isArray(schema.enum)) return { text: schema.enum.map((value) => JSON.stringify(value)).join(' or ') };
  if ('const' in schema) return { text: JSON.stringify(schema.const) };
  if (schema.type === 'array') {
    const { text, ...named } = toType((schema.items ?? {}) as SchemaNode);
    return { text: `list of ${text}${toRange(schema.minItems, schema.maxItems, 'items')}`, ...named };
  }
  return { text: `${toTypeName(schema)}${toLimits(schema)}` };
}

/** The fields of a shape; those of unnamed shapes within follow the field that they are of. */
export function toFields(schema: SchemaNode, prefix = ''): readonly ReferenceField[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const own = Object.entries((schema.properties ?? {}) as Readonly<Record<string, SchemaNode>>);
  const inherited = toNodes(schema.allOf).map((part) => ({
    name: `${prefix}…`,
    isRequired: true,
    type: toType(part),
    description: 'All of its fields.',
  }));
  return [
    ...inherited,
    ...own.flatMap(([name, node]) => {
      const field = { name: `${prefix}${name}`, isRequired: required.includes(name), type: toType(node) };
      const { description } = node;
      return [
        { ...field, ...(typeof description === 'string' && { description: description.trim() }) },
        ...toInnerFields(node, `${prefix}${name}`),
      ];
    }),
  ];
}

function toInnerFields(node: SchemaNode, path: string): readonly ReferenceField[] {
  if (isReference(node)) return [];
  if (node.type === 'array') return toInnerFields((node.items ?? {}) as SchemaNode, `${path}[]`);
  const choice = toNodes(node.oneOf).find((one) => one.properties !== undefined);
  return toFields(choice ?? node, `${path}.`);
}

function toNodes(value: unknown): readonly SchemaNode[] {
  return Array.isArray(value) ? (value as readonly SchemaNode[]) : [];
}

function toChoice(types: readonly ReferenceType[]): ReferenceType {
  const schema = types.find((type) => type.schema !== undefined)?.schema;
  return { text: types.map(({ text }) => text).join(' or '), ...(schema !== undefined && { schema }) };
}

function toTypeName({ type, format }: SchemaNode): string {
  const names = (Array.isArray(type) ? type : [type ?? 'anything']).map(String);
  const named = typeof format === 'string' ? names.map((name) => (name === 'string' ? format : name)) : names;
  return named.join(' or ');
}

function toLimits(schema: SchemaNode): string {
  const { minimum, maximum, minLength, maxLength, pattern } = schema;
  const fallback = 'default' in schema ? `, default ${JSON.stringify(schema.default)}` : '';
  const form = typeof pattern === 'string' && pattern !== '\\S' ? `, ${pattern}` : '';
  return `${toRange(minimum, maximum)}${toRange(minLength, maxLength, 'characters')}${form}${fallback}`;
}

function toRange(least: unknown, most: unknown, what = ''): string {
  if (typeof least !== 'number' && typeof most !== 'number') return '';
  const words =
    typeof most !== 'number'
      ? `at least ${String(least)}`
      : `${typeof least === 'number' ? String(least) : '0'} to ${most}`;
  return `, ${[words, what].filter((part) => part !== '').join(' ')}`;
}
