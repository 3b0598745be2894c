import { createHash } from 'node:crypto';

const start = 'own-';

/** The list id of a property's own list: a file's name on every file system, and another for every property. */
export function toOwnListId(propertyId: string): string {
  if (/^[a-z0-9][a-z0-9_-]{0,80}$/.test(propertyId)) return `${start}${propertyId}`;
  return `${start}x${createHash('sha256').update(propertyId).digest('hex').slice(0, 32)}`;
}

export function isOwnListId(listId: string): boolean {
  return listId.startsWith(start);
}
