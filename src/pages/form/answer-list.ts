import { type Html, html } from '../html.ts';

export interface AnswerWords {
  readonly label: string;
  /** In the reader's words: a date as the culture writes it, a country by name. */
  readonly text: string;
}

/** What was answered, by its questions. */
export function answerList(answers: readonly AnswerWords[]): Html {
  const rows = answers.map(
    ({ label, text }) =>
      html`<div>
        <dt>${label}</dt>
        <dd><bdi>${withBreaks(text)}</bdi></dd>
      </div>`,
  );
  return html`<dl class="answers">${rows}</dl>`;
}

/** An address that is too long for its line goes on before its `@` or a dot behind it. */
function withBreaks(text: string): Html {
  const [first = '', ...others] = text.split(/(?=@)|(?<=@.*)(?=\.)/);
  return html`${first}${others.map((part) => html`<wbr />${part}`)}`;
}
