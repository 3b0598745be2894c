/**
 * Parameters as the PMS reads them, in a query string and in a form alike: `name=value`, lists as `name[0]=…`, objects in
 * them as `name[0][field]=…`. An undefined value is left out; an empty string is sent, since it empties a field.
 */
export function toFormEncoded(parameters: object): string {
  const encoded = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) append(encoded, name, value);
  return encoded.toString();
}

function append(encoded: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) append(encoded, `${name}[${key}]`, inner);
  } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    encoded.append(name, String(value));
  } else {
    throw new TypeError(`A ${typeof value} cannot be sent in a form`);
  }
}
