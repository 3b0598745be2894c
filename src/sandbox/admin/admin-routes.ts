import express, { Router } from 'express';
import { ZodError } from 'zod';
import { Refusal } from '../world/refusal.ts';
import { listAdminActions, type AdminAction, type AdminCall, type AdminParts } from './admin-actions.ts';

/** What the hotel's staff does, for people with curl: JSON in, JSON out. GET on the root lists the routes. */
export function createAdminRoutes(parts: AdminParts): Router {
  const router = Router();
  const actions = listAdminActions(parts);
  router.use(express.json());
  router.get('/', (_request, response) => {
    response.json(actions.map(({ method, path, does }) => `${method.toUpperCase()} /admin${path}: ${does}`));
  });
  for (const action of actions) {
    router[action.method](action.path, (request, response) => {
      const call = { params: request.params as Record<string, string>, body: (request.body ?? {}) as unknown };
      const { status, body } = runAction(action, call);
      response.status(status).json(body);
    });
  }
  return router;
}

function runAction(action: AdminAction, call: AdminCall): { readonly status: number; readonly body: unknown } {
  try {
    return { status: 200, body: action.run(call) ?? { ok: true } };
  } catch (error) {
    if (error instanceof Refusal) {
      return { status: error.code === 'not_found' ? 404 : 400, body: { message: error.message } };
    }
    if (!(error instanceof ZodError)) throw error;
    const problems = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return { status: 400, body: { message: 'Not accepted', problems } };
  }
}
