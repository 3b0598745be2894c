/** What a guest's browser without scripts gets. Redirections are not followed. */
export interface Page {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

export type Values = Readonly<Record<string, string>>;

export async function get(url: string, headers: Values = {}): Promise<Page> {
  return toPage(await fetch(url, { headers, redirect: 'manual' }));
}

/** With what the page at this address hides in its form; to the same address unless another is named. */
export async function post(page: string, values: Values, { to = page, ...headers }: Values = {}): Promise<Page> {
  return postTo(to, { ...(await readHidden(page)), ...values }, headers);
}

export async function postTo(url: string, values: Values, headers: Values = {}): Promise<Page> {
  const body = new URLSearchParams(values);
  return toPage(await fetch(url, { method: 'POST', body, headers, redirect: 'manual' }));
}

export interface ChosenFile {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A page of fields with a file beside them. */
export async function postFile(
  page: string,
  { field, name, type, bytes }: ChosenFile,
  values: Values = {},
): Promise<Page> {
  const body = new FormData();
  for (const entry of Object.entries({ ...(await readHidden(page)), ...values })) body.set(...entry);
  body.set(field, new Blob([bytes], { type }), name);
  return toPage(await fetch(page, { method: 'POST', body, redirect: 'manual' }));
}

export async function readHidden(url: string): Promise<{ readonly csrf: string; readonly version: string }> {
  const { text } = await get(url);
  const read = (name: string) => new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(text)?.[1] ?? '';
  return { csrf: read('csrf'), version: read('version') };
}

async function toPage(response: Response): Promise<Page> {
  return { status: response.status, text: await response.text(), headers: response.headers };
}
