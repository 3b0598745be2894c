const mostPages = 10;

/** What a guest answers, by the names of the form's fields; dates as `name.day`, `name.month`, `name.year`. */
export type FormAnswersOf = Readonly<Record<string, string>>;

/**
 * Fills in a form as a guest's browser without scripts does: page by page, with what each page hides, until the form says
 * that it is sent. Answers what a page does not ask for are left out. Throws where a page takes no answer.
 */
export async function fillForm(link: string, answers: FormAnswersOf): Promise<void> {
  let address = link;
  for (let page = 0; page < mostPages; page += 1) {
    const response = await fetch(address);
    const html = await response.text();
    if (!html.includes('data-submit')) return;
    const names = [...html.matchAll(/name="([\w.]+)"/g)].map(([, name = '']) => name);
    const values = names.flatMap((name): [string, string][] => {
      const answer = answers[name];
      return answer === undefined ? [] : [[name, answer]];
    });
    const body = new URLSearchParams({
      ...readHidden(html),
      ...Object.fromEntries(values),
      'consent.privacy': 'yes',
    });
    const action = /<form id="page-form"[^>]* action="([^"]*)"/.exec(html)?.[1] ?? '';
    const answer = await fetch(new URL(action, response.url), { method: 'POST', body, redirect: 'manual' });
    const next = answer.headers.get('location');
    if (next === null) throw new Error(`The form takes no answer on page ${page + 1}: status ${answer.status}`);
    address = new URL(next, response.url).href;
  }
  throw new Error('The form has no end.');
}

function readHidden(html: string): Record<string, string> {
  const read = (name: string) => new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(html)?.[1] ?? '';
  return { csrf: read('csrf'), version: read('version') };
}
