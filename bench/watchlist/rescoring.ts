/** What a careful user of a general library does to names first: lower case, no marks, no punctuation. */
export function comparableName(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’‘]/gu, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Levenshtein similarity of the words in alphabetical order, 0 … 1: what rapidfuzz calls token_sort_ratio. */
export function tokenSortSimilarity(left: string, right: string): number {
  const [one, other] = [sortWords(left), sortWords(right)];
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 0 : 1 - editDistance(one, other) / longest;
}

function sortWords(name: string): string {
  return name.split(' ').sort().join(' ');
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 0; row < left.length; row += 1) {
    const current = [row + 1];
    for (let column = 0; column < right.length; column += 1) {
      const changed = (previous[column] ?? 0) + Number(left[row] !== right[column]);
      current.push(Math.min(changed, (current[column] ?? 0) + 1, (previous[column + 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
