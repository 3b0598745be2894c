import type { ServerResponse } from 'node:http';
import { toProblemAnswer } from './problems/problem.ts';
import type { Answer } from './route.ts';

/** Answers are data about guests: nobody keeps, frames, sniffs or runs them. */
export const protectiveHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

export function writeAnswer(response: ServerResponse, answer: Answer): void {
  writeContent(response, answer, toContent(answer));
}

interface Content {
  readonly content: string | Uint8Array | undefined;
  readonly contentType: string;
}

/** What an answer says; nothing where it has neither text nor body. */
export function toContent({ text, body }: Answer): Content & { readonly content: string | undefined } {
  return text ?? { content: body === undefined ? undefined : JSON.stringify(body), contentType: 'application/json' };
}

export function writeContent(
  response: ServerResponse,
  answer: Pick<Answer, 'status' | 'headers'>,
  { content, contentType }: Content,
): void {
  const headers = { ...protectiveHeaders, ...answer.headers };
  if (content === undefined) response.writeHead(answer.status, headers).end();
  else {
    const length = Buffer.byteLength(content);
    response
      .writeHead(answer.status, { ...headers, 'Content-Type': contentType, 'Content-Length': length })
      .end(content);
  }
}

/** The problem document of any failure; answers its status. An answer that has begun can only be broken off. */
export function writeProblem(response: ServerResponse, error: unknown): number {
  const { document, headers } = toProblemAnswer(error);
  if (response.headersSent) response.destroy();
  else {
    const text = { content: JSON.stringify(document), contentType: 'application/problem+json' };
    writeAnswer(response, { status: document.status, text, headers });
  }
  return document.status;
}
