export interface PageRequest {
  readonly pageNumber?: number;
  readonly pageSize?: number;
}

/** Behind the last page there is an empty one. */
export function toPage<T>(rows: readonly T[], { pageNumber = 1, pageSize = 100 }: PageRequest) {
  const from = (pageNumber - 1) * pageSize;
  const data = rows.slice(from, from + pageSize);
  return { data, count: data.length, total: rows.length };
}
