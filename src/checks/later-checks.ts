import { ServiceError } from '../domain/errors.ts';
import type { CheckAnswer } from '../domain/finding.ts';
import type { CallbackReading, LaterContext, ProviderManifest } from '../ports/check-provider.ts';
import type { LaterAskContext, LaterChecks, LaterReading } from '../ports/check-runner.ts';
import { toCheckAnswer } from './answer-shape.ts';
import { attempt, type AttemptResult } from './attempt.ts';
import { type Entry, getEntry, type Workshop } from './workshop.ts';
import { toSettings, toSettingsKey } from './settings.ts';
import { toFinding } from './to-finding.ts';
import { isSilence } from './unavailable.ts';

/** The later side of the kit. */
export function createLaterChecks(workshop: Workshop): LaterChecks {
  return {
    find: (providerId) => {
      const manifest = workshop.entries.get(providerId)?.provider.manifest;
      return manifest?.kind === 'later' ? manifest : undefined;
    },
    poll: async (providerId, reference, context) => {
      const entry = getEntry(workshop, providerId);
      const { poll, manifest } = entry.provider;
      const stillPending: CheckAnswer = { result: 'pending', reasons: [], reference };
      const result = poll && (await ask(workshop, entry, { context, work: (later) => poll(reference, later) }));
      const answer = toCheckAnswer(result?.value);
      const isTold = answer !== undefined && answer.result !== 'unavailable';
      return toFinding(manifest, isTold ? answer : stillPending, workshop.clock.now());
    },
    readCallback: async (providerId, callback, context) => {
      const entry = getEntry(workshop, providerId);
      const { readCallback, manifest } = entry.provider;
      if (readCallback === undefined) return { kind: 'refused', why: 'unsupported' };
      const result = await ask(workshop, entry, { context, work: (later) => readCallback(callback, later) });
      return toReading(manifest, result, workshop.clock.now());
    },
    redact: async (providerId, reference, context) => {
      // Its folder was removed, and only with it can the vendor be told: somebody must look.
      const entry = workshop.entries.get(providerId);
      if (entry === undefined) throw new ServiceError('redaction_refused', { provider: providerId });
      const { redact } = entry.provider;
      if (redact === undefined) return 'unsupported';
      const result = await ask(workshop, entry, { context, work: (later) => redact(reference, later) });
      const why = result === undefined ? 'circuit_open' : result.why;
      if (why === undefined) return 'redacted';
      const facts = { provider: providerId, why, retryAfterMs: result?.retryAfterMs };
      const isPassing = isSilence(why) || why === 'circuit_open' || why === 'vendor_unauthorized';
      throw new ServiceError(isPassing ? 'redaction_unavailable' : 'redaction_refused', facts);
    },
  };
}

interface Ask {
  readonly context: LaterAskContext;
  readonly work: (later: LaterContext) => Promise<unknown>;
}

/** `undefined` while the circuit is open. */
async function ask(workshop: Workshop, entry: Entry, { context, work }: Ask): Promise<AttemptResult | undefined> {
  const { provider } = entry;
  const { manifest } = provider;
  const settings = toSettings(manifest, workshop.configFor(context.propertyId).providers[manifest.id]?.settings ?? {});
  const circuit = workshop.circuitFor(manifest.id, toSettingsKey(settings));
  if (circuit.isOpen()) return undefined;
  return entry.queue.add(async () => {
    const result = await attempt(workshop, { provider, settings, context, work });
    // A callback is no trial of the vendor: most are read without asking it. Only its silence counts.
    const pass = result.hasSent || isSilence(result.why ?? 'error') ? await circuit.enter(context.signal) : undefined;
    if (result.why !== undefined && isSilence(result.why)) pass?.fail(result.retryAfterMs);
    else pass?.succeed();
    return result;
  });
}

function toReading(manifest: ProviderManifest, result: AttemptResult | undefined, at: string): LaterReading {
  if (result === undefined || (result.why !== undefined && isSilence(result.why))) {
    throw new ServiceError('checks_unavailable', { provider: manifest.id });
  }
  const reading = result.value;
  if (!isReading(reading)) return { kind: 'refused', why: 'malformed' };
  if (reading.kind !== 'answer') return reading;
  const { eventId, reference } = reading;
  const answer = toCheckAnswer(reading.answer);
  if (answer === undefined) return { kind: 'refused', why: 'malformed' };
  return { kind: 'answer', eventId, reference, finding: toFinding(manifest, answer, at) };
}

function isReading(value: unknown): value is CallbackReading {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, why, eventId, reference } = value as Record<string, unknown>;
  if (kind === 'other') return true;
  if (kind === 'refused') return why === 'signature' || why === 'timestamp' || why === 'malformed';
  return kind === 'answer' && isId(eventId) && isId(reference);
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= 500;
}
