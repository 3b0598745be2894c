export const HASH_OFFSET = 0x811c9dc5;
export const HASH_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units, as an unsigned 32-bit number. */
export function textHash(text: string): number {
  let hash = HASH_OFFSET;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), HASH_PRIME);
  return hash >>> 0;
}
