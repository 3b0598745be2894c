/** What this tab keeps until it is closed. Who lets no site keep anything has a form all the same, which remembers nothing. */
export const tabMemory = {
  find: (place: string): string | null => withStorage((storage) => storage.getItem(place)) ?? null,
  keep: (place: string, text: string): void => withStorage((storage) => storage.setItem(place, text)),
  forget: (place: string): void => withStorage((storage) => storage.removeItem(place)),
  /** What was kept of forms that are not this one: a tab at the desk sees one guest after the other. */
  forgetOthers: (token: string): void =>
    withStorage((storage) => {
      for (const place of Object.keys(storage)) if (!place.endsWith(` ${token}`)) storage.removeItem(place);
    }),
};

/** Where it is forbidden, the very look throws; where it is full, the keeping. */
function withStorage<Result>(use: (storage: Storage) => Result): Result | undefined {
  try {
    return use(sessionStorage);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
