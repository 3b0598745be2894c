import { setTimeout as pause } from 'node:timers/promises';

/** How long one request took, by what it was. */
export interface StepTime {
  readonly step: string;
  readonly ms: number;
}

export interface Walk {
  readonly times: readonly StepTime[];
  /** Answers that are none of what a browser would go on with. */
  readonly errors: number;
}

/** What a guest answers, by the names of the fields. */
const answers: Readonly<Record<string, string>> = {
  ...{ 'birthDate.day': '9', 'birthDate.month': '2', 'birthDate.year': '1984', nationality: 'NO', gender: 'F' },
  ...{ email: 'guest@post.example', phone: '+47 22 12 34 56', arrivalTime: '18:00', purpose: 'leisure' },
  ...{ documentType: 'passport', documentNumber: 'CCX1234567', documentIssuingCountry: 'NO' },
  ...{ 'documentIssuedOn.day': '5', 'documentIssuedOn.month': '1', 'documentIssuedOn.year': '2020' },
  ...{ 'documentExpiresOn.day': '5', 'documentExpiresOn.month': '1', 'documentExpiresOn.year': '2031' },
  'consent.privacy': 'yes',
};

const mostPages = 10;

/** One guest with a browser of their own, from the link to the thanks; `thinkMs` is how long they look at what they got. */
export async function walkForm(link: string, thinkMs: () => number): Promise<Walk> {
  const times: StepTime[] = [];
  let errors = 0;
  const ask = async (step: string, address: string, options: RequestInit = {}) => {
    const startedMs = performance.now();
    const response = await fetch(address, { redirect: 'manual', ...options });
    const html = await response.text();
    times.push({ step, ms: performance.now() - startedMs });
    return { response, html };
  };
  let address = link;
  await pause(thinkMs());
  for (let page = 0; page < mostPages; page += 1) {
    const { response, html } = await ask('page', address);
    if (response.status !== 200) errors += 1;
    const [, action] = /<form id="page-form"[^>]* action="([^"]*)"/.exec(html) ?? [];
    if (action === undefined) return { times, errors };
    await pause(thinkMs());
    const step = action.split('/').at(-1) ?? '';
    const written = await ask(step, new URL(action, link).href, { method: 'POST', body: fillIn(html) });
    const next = written.response.headers.get('location');
    if (written.response.status !== 303 || next === null) return { times, errors: errors + 1 };
    address = new URL(next, link).href;
  }
  return { times, errors: errors + 1 };
}

/** As a browser would: the page's fields, with what it hides and what is shown as known. */
function fillIn(html: string): URLSearchParams {
  const names = [...html.matchAll(/name="([\w.]+)"/g)].map(([, name = '']) => name);
  const shown = (name: string) => new RegExp(`name="${name}"[^>]*\\svalue="([^"]*)"`).exec(html)?.[1] ?? '';
  const values = names.flatMap((name): [string, string][] => {
    const kept = ['csrf', 'version', 'firstName', 'lastName'].includes(name) ? shown(name) : undefined;
    const value = answers[name] ?? kept;
    return value === undefined ? [] : [[name, value]];
  });
  return new URLSearchParams(Object.fromEntries(values));
}
