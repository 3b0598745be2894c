import type { CheckProvider } from '../../src/ports/check-provider.ts';
import { createHostedSession } from '../hosted-session/hosted-session.ts';
import { readEvent } from './callback.ts';
import { manifest } from './manifest.ts';
import { createSession, fetchState, removeSession } from './sessions.ts';

export const didit: CheckProvider = createHostedSession({
  manifest,
  create: createSession,
  readEvent,
  fetchState,
  remove: removeSession,
});
