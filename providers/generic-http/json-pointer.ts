/** The parts of a JSON Pointer (RFC 6901), or `undefined` for what is none. */
export function findPointerParts(pointer: string): readonly string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a pointer leads to; `undefined` where there is nothing. Own properties only: no `constructor`, no `__proto__`. */
export function findAt(document: unknown, parts: readonly string[]): unknown {
  return parts.reduce<unknown>((value, part) => {
    if (Array.isArray(value)) return /^(?:0|[1-9]\d*)$/.test(part) ? (value[Number(part)] as unknown) : undefined;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    return (value as Readonly<Record<string, unknown>>)[part];
  }, document);
}
