import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type Express, type Request, type Response } from 'express';
import { ServiceError } from '../../domain/errors.ts';
import { writeProblem } from '../write-answer.ts';
import { notBuiltPage } from './not-built-page.ts';
import { pageHeaders } from './page-headers.ts';

const dashboardFile = 'dashboard/index.html';

/** The ending of what was compressed when it was built, by the name of its coding, best first. */
const codings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * Serves what `npm run build:pages` made: the dashboard at `/`, and what all pages consist of at `/assets/`, whose names
 * change with their content. Where nothing was built, `/` says so.
 */
export function createPagesApp(folder: string | undefined): Express {
  const files = new Set(folder === undefined ? [] : listFiles(folder));
  const send = createSend(folder ?? '', files);
  // An app of its own, because the API's has no ETags.
  const app = express().disable('x-powered-by');
  app.get('/', (request, response) => {
    response.set(pageHeaders);
    if (files.has(dashboardFile)) send(dashboardFile, request, response);
    else response.status(503).type('html').send(notBuiltPage);
  });
  app.get('/assets/:name', (request, response) => {
    const file = `assets/${request.params.name}`;
    if (!files.has(file)) {
      writeProblem(response, new ServiceError('route_unknown'));
      return;
    }
    response.set({
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    send(file, request, response);
  });
  app.all(['/', '/assets/:name'], (_request, response) => {
    writeProblem(response, new ServiceError('method_not_allowed', { allow: 'GET, HEAD' }));
  });
  return app;
}

/** Names are taken from the folder once: nothing that a caller writes becomes a path. */
function listFiles(folder: string): string[] {
  if (!existsSync(join(folder, dashboardFile))) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
}

function createSend(root: string, files: ReadonlySet<string>) {
  return (file: string, request: Request, response: Response): void => {
    response.vary('Accept-Encoding').type(extname(file));
    const coding = codings.find(([name, ending]) => files.has(file + ending) && request.acceptsEncodings(name));
    if (coding !== undefined) response.set('Content-Encoding', coding[0]);
    // Express would set a Cache-Control of its own otherwise.
    response.sendFile(file + (coding?.[1] ?? ''), { root, cacheControl: false }, (error?: Error) => {
      if (error === undefined || response.headersSent) return;
      response.removeHeader('Content-Encoding');
      writeProblem(response, error);
    });
  };
}
