import express, { Router } from 'express';
import { z } from 'zod';
import { allow, getClient } from '../world/authorization.ts';
import type { PropertyRecord } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import type { WorldState } from '../world/world-state.ts';

const askSchema = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  response_type: z.literal('code'),
  state: z.string().default(''),
});

const answerSchema = askSchema.extend({
  decision: z.enum(['allow', 'deny']),
  property: z.union([z.string(), z.array(z.string())]).default([]),
});

/** The page on which somebody of the hotel lets an app in, already signed in as whoever may. */
export function createAuthorizeRoutes(state: WorldState): Router {
  const router = Router();
  router.get('/oauth', (request, response) => {
    const page = orRefusal(() => {
      const ask = askSchema.parse(request.query);
      getClient(state, ask.client_id, ask.redirect_uri);
      return toPage(ask, [...state.properties.values()]);
    });
    response.status(page.status).type('html').send(page.result);
  });
  router.post('/oauth', express.urlencoded({ extended: false }), (request, response) => {
    const way = orRefusal(() => toWayBack(state, answerSchema.parse(request.body)));
    if (way.status === 200) response.redirect(302, way.result);
    else response.status(way.status).type('html').send(way.result);
  });
  return router;
}

function toWayBack(state: WorldState, answer: z.output<typeof answerSchema>): string {
  const { client_id: clientId, redirect_uri: redirectUri, property, decision } = answer;
  const url = new URL(getClient(state, clientId, redirectUri).redirectUri);
  const propertyIds = typeof property === 'string' ? [property] : property;
  if (decision === 'deny') url.searchParams.set('error', 'access_denied');
  else url.searchParams.set('code', allow(state, { clientId, redirectUri, propertyIds }));
  if (answer.state !== '') url.searchParams.set('state', answer.state);
  return url.href;
}

function orRefusal(run: () => string): { readonly status: 200 | 400; readonly result: string } {
  try {
    return { status: 200, result: run() };
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof z.ZodError)) throw error;
    const message = error instanceof Refusal ? error.message : 'Not accepted';
    return { status: 400, result: `<!doctype html><title>Not allowed</title><p>${toText(message)}</p>` };
  }
}

function toPage(ask: z.output<typeof askSchema>, properties: readonly PropertyRecord[]): string {
  const hidden = Object.entries(ask).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${toText(value)}">`,
  );
  const choices = properties.map(
    ({ propertyId, name }, index) =>
      `<p><label><input type="checkbox" name="property" value="${toText(propertyId)}"${index === 0 ? ' checked' : ''}>
      ${toText(name)} (${toText(propertyId)})</label></p>`,
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sandbox PMS: connect an app</title>
<body style="font: 1rem/1.5 sans-serif; max-width: 30rem; margin: 3rem auto; padding: 0 1rem">
<h1>Connect an app</h1>
<p>${toText(ask.client_id)} asks to read reservations and guests, and to write guests’ custom fields and notes, of:</p>
<form method="post">${hidden.join('')}${choices.join('')}
<button name="decision" value="allow">Allow access</button> <button name="decision" value="deny">Deny</button>
</form></body></html>
`;
}

function toText(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
