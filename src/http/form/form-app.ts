import express, { type Express, type Request, type Response } from 'express';
import { isServiceError } from '../../domain/errors.ts';
import { endedPage, tooManyPage, troublePage } from '../../pages/form/state-pages.ts';
import { toProblemAnswer } from '../problems/problem.ts';
import { loadFormAssets } from './form-assets.ts';
import { type FormBody, readFormBody } from './form-body.ts';
import { type FormDesk, showPage } from './form-guest.ts';
import type { FormHttpParts } from './form-http-parts.ts';
import { languageCookie, toVisit, type Visit } from './form-visit.ts';
import { isFromOwnPage } from './own-page.ts';
import { postCompanion } from './post-companions.ts';
import { postCorrection, postRight } from './post-rights.ts';
import { type Posting, postStep } from './post-step.ts';
import { postUnlock } from './post-unlock.ts';
import { openForm, readForm, readNotice, readRights, readStepPage } from './read-pages.ts';
import { type FormAnswer, writeFormAnswer } from './write-page.ts';
import { type CountWrongLink, createCountWrongLink } from './wrong-links.ts';

type Read = (visit: Visit, request: Request) => Promise<FormAnswer>;
type Session = Posting['session'];

/** The guest's pages at `/form/{token}`: pages for people, so they stand beside the API and not in its description. */
export function createFormApp(parts: FormHttpParts): Express {
  const desk: FormDesk = { ...parts, assets: loadFormAssets(parts.pagesFolder) };
  const countWrongLink = createCountWrongLink();
  const handle = (read: Read) => toHandler(desk, read);
  const opened = (show: (visit: Visit, session: Session, request: Request) => Promise<FormAnswer> | FormAnswer) =>
    handle((visit, request) => read({ visit, request, desk, countWrongLink }, show));
  const posted = (write: (posting: Posting, request: Request) => Promise<FormAnswer>) =>
    handle((visit, request) => post(visit, request, { desk, write }));

  const app = express().disable('x-powered-by').disable('etag').set('query parser', 'simple');
  const show = opened((visit, session) => readForm(visit, desk, session));
  app.use('/form', (request, response, next) => (isReadable(request.path) ? next() : void show(request, response)));
  const form = app.route('/form/:token');
  form.get(show);
  app.get(
    '/form/:token/privacy',
    opened((visit, session) => readNotice(visit, desk, session)),
  );
  app.get(
    '/form/:token/rights',
    opened((visit, session, { query }) => readRights(visit, desk, { session, done: query.done })),
  );
  app.get(
    '/form/:token/:step',
    opened((visit, session, { params, query }) => {
      const step = { id: String(params.step), isCorrection: query.from === 'review' };
      return readStepPage(visit, desk, { session, step });
    }),
  );
  app.post(
    '/form/:token/unlock',
    handle((visit, request) => unlock(visit, request, desk)),
  );
  app.post('/form/:token/correct', posted(postCorrection));
  app.post(
    '/form/:token/rights/:right',
    posted((posting, { params }) => postRight(posting, String(params.right))),
  );
  app.post(
    '/form/:token/companions/:action',
    posted((posting, { params }) => postCompanion(posting, String(params.action))),
  );
  app.post(
    '/form/:token/:step',
    posted((posting, { params }) => postStep(posting, String(params.step))),
  );
  routeStrays(app);
  return app;
}

/** What is no address of a form's page leads to the form. */
function routeStrays(app: Express): void {
  app.all(/^\/form\/[^/]+(\/.*)?$/, (request, response) => {
    response.redirect(303, `/form/${encodeURIComponent(request.path.split('/')[2] ?? '')}`);
  });
}

/** Not a link that was cut off before its token, or in the middle of a letter: it is as wrong as any other. */
function isReadable(path: string): boolean {
  try {
    return path !== '/' && decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}

function toHandler(desk: FormDesk, read: Read) {
  const isSecure = desk.publicUrl.startsWith('https:');
  return async (request: Request, response: Response): Promise<void> => {
    const visit = toVisit(request, desk.sign);
    const answer = await read(visit, request).catch((error: unknown) => toTrouble(visit, desk, error));
    await writeFormAnswer({ request, response, isSecure }, withLanguage(visit, request, answer));
  };
}

/** A language that was chosen by a page without a form is remembered as well. */
function withLanguage(visit: Visit, { query }: Request, answer: FormAnswer): FormAnswer {
  if (typeof query.language !== 'string' || !/^[a-z]{2}$/.test(query.language)) return answer;
  const cookie = { name: languageCookie, value: query.language, path: visit.address };
  return { ...answer, cookies: [...(answer.cookies ?? []), cookie] };
}

interface Reading {
  readonly visit: Visit;
  readonly request: Request;
  readonly desk: FormDesk;
  readonly countWrongLink: CountWrongLink;
}

async function read(
  { visit, request, desk, countWrongLink }: Reading,
  show: (visit: Visit, session: Session, request: Request) => Promise<FormAnswer> | FormAnswer,
): Promise<FormAnswer> {
  const opening = await openForm(visit, desk);
  if ('session' in opening) return show(visit, opening.session, request);
  if (!opening.isWrong || !(await countWrongLink(request))) return opening.answer;
  return showPage(visit, {}, { desk, status: 429, toPage: tooManyPage });
}

interface Write {
  readonly desk: FormDesk;
  readonly write: (posting: Posting, request: Request) => Promise<FormAnswer>;
}

async function post(visit: Visit, request: Request, { desk, write }: Write): Promise<FormAnswer> {
  const body = await readOwnBody(visit, request);
  if (body === undefined) return showForeign(visit, desk);
  const opening = await desk.forms.openByToken(visit.access);
  if (opening === undefined) return showPage(visit, {}, { desk, status: 410, toPage: endedPage });
  if (opening.kind === 'locked') return { seeOther: visit.address };
  return write({ visit, desk, session: opening.session, body }, request);
}

async function unlock(visit: Visit, request: Request, desk: FormDesk): Promise<FormAnswer> {
  const body = await readOwnBody(visit, request);
  return body === undefined ? showForeign(visit, desk) : postUnlock(visit, desk, body);
}

async function readOwnBody(visit: Visit, request: Request): Promise<FormBody | undefined> {
  const body = await readFormBody(request);
  return isFromOwnPage(request, { sent: body.values.csrf, expected: visit.csrf }) ? body : undefined;
}

/** The same for every link, right or wrong: nothing was looked up. */
function showForeign(visit: Visit, desk: FormDesk): FormAnswer {
  return showPage(
    visit,
    {},
    { desk, status: 403, toPage: (frame) => troublePage(frame, { key: 'foreign', url: visit.address }) },
  );
}

function toTrouble(visit: Visit, desk: FormDesk, error: unknown): FormAnswer {
  const { status } = toProblemAnswer(error).document;
  if (status >= 500) desk.logger.error('http.failed', { operation: 'guestForm', status }, error);
  const key = isServiceError(error, 'body_too_large') ? 'tooLarge' : status < 500 ? 'foreign' : 'trouble';
  return showPage(visit, {}, { desk, status, toPage: (frame) => troublePage(frame, { key, url: visit.address }) });
}
