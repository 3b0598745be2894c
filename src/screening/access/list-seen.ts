import type { Listed, ListPage } from '../../ports/listed.ts';

/** A page of those that somebody may see, read past the others; shorter than its limit where the list ends. */
export async function listSeen<Item>(
  list: (page: ListPage) => Promise<readonly Listed<Item>[]>,
  { limit, afterNo }: ListPage,
  isSeen: (item: Item) => boolean,
): Promise<readonly Listed<Item>[]> {
  const seen: Listed<Item>[] = [];
  for (let last = afterNo; seen.length < limit;) {
    const page = await list({ limit, ...(last !== undefined && { afterNo: last }) });
    seen.push(...page.filter(({ item }) => isSeen(item)));
    last = page.at(-1)?.no;
    if (page.length < limit) break;
  }
  return seen.slice(0, limit);
}
