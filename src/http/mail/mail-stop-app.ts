import { createHash } from 'node:crypto';
import express, { type Express, type Request, type Response } from 'express';
import { chooseLanguage } from '../../i18n/choose-language.ts';
import { toDirection } from '../../i18n/languages.ts';
import { textsFor } from '../../i18n/texts.ts';
import { toAccent } from '../../pages/form/colours.ts';
import { toMailStopPage } from '../../pages/mail/mail-stop-page.ts';
import type { Logger } from '../../ports/logger.ts';
import type { MailStopView, StopMails } from '../../screening/mail/stop-mails.ts';
import { toProblemAnswer } from '../problems/problem.ts';

export interface MailStopParts {
  readonly stopMails: StopMails;
  readonly logger: Logger;
}

/**
 * `/mail/stop/{token}`, the way out of mails about a form. GET asks; POST ends them, from the page's button as well as from
 * a mail program's own (RFC 8058, one click without a page). The address is the only key, so there is nothing to forge.
 */
export function createMailStopApp({ stopMails, logger }: MailStopParts): Express {
  const handle = (ask: (token: string) => Promise<MailStopView | undefined>) => {
    return async (request: Request<{ token: string }>, response: Response): Promise<void> => {
      try {
        write(request, response, await ask(request.params.token));
      } catch (error) {
        const { status } = toProblemAnswer(error).document;
        logger.error('http.failed', { operation: 'mailStop', status }, error);
        response.status(status).type('text').send('Please try again later.');
      }
    };
  };
  const app = express().disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.get(
    '/mail/stop/:token',
    handle((token) => stopMails.find(token)),
  );
  app.post(
    '/mail/stop/:token',
    handle((token) => stopMails.stop(token)),
  );
  app.all('/mail/stop/:token', (_request, response) => {
    response.set('Allow', 'GET, HEAD, POST').sendStatus(405);
  });
  return app;
}

function write(request: Request, response: Response, view: MailStopView | undefined): void {
  const acceptLanguage = request.get('accept-language');
  const language = chooseLanguage({ asked: view?.language, acceptLanguage, fallback: view?.fallback });
  const markup = toMailStopPage({
    t: textsFor(language, 'mail'),
    language,
    direction: toDirection(language),
    accent: toAccent(view?.colour),
    state: view === undefined ? 'unknown' : view.isStopped ? 'stopped' : 'asking',
    ...(view !== undefined && { propertyName: view.propertyName }),
  });
  response
    .status(view === undefined ? 404 : 200)
    .set(toHeaders(markup))
    .type('html')
    .send(markup);
}

/** The browser compares the whole content of the element, the spaces around our text included. */
function toHeaders(markup: string): Readonly<Record<string, string>> {
  const content = /<style>([\s\S]*?)<\/style>/.exec(markup)?.[1] ?? '';
  const hash = createHash('sha256').update(content).digest('base64');
  return {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'X-Robots-Tag': 'noindex, nofollow',
  };
}
