import type { CheckAnswer } from '../domain/finding.ts';
import type { ProviderManifest } from '../ports/check-provider.ts';
import type { CheckRunContext } from '../ports/check-runner.ts';
import { toCheckAnswer } from './answer-shape.ts';
import { attempt, type AttemptResult } from './attempt.ts';
import type { Entry, Workshop } from './workshop.ts';
import type { Pass } from './circuit.ts';
import type { Question } from './question-key.ts';
import { toSettingsKey } from './settings.ts';
import { reserve } from './spending.ts';
import { isSilence, toUnavailable } from './unavailable.ts';

export interface Asking {
  readonly question: Question;
  readonly context: CheckRunContext;
}

/** In its turn, while the circuit is closed and money is left: otherwise `unavailable` at once. */
export async function askThrough(workshop: Workshop, entry: Entry, asking: Asking): Promise<CheckAnswer> {
  const { manifest, settings } = asking.question;
  const circuit = workshop.circuitFor(manifest.id, toSettingsKey(settings));
  if (circuit.isOpen()) return toUnavailable(manifest, 'circuit_open');
  return entry.queue.add(async () => {
    const pass = await circuit.enter(asking.context.signal);
    if (pass === undefined) return toUnavailable(manifest, 'circuit_open');
    let tellCircuit = (given: Pass) => given.leave();
    try {
      const { answer, tell } = await askOnce(workshop, entry, asking);
      tellCircuit = tell;
      return answer;
    } finally {
      tellCircuit(pass);
    }
  });
}

interface Asked {
  readonly answer: CheckAnswer;
  /** What the circuit should hear of it. */
  readonly tell: (pass: Pass) => void;
}

async function askOnce(workshop: Workshop, entry: Entry, { question, context }: Asking): Promise<Asked> {
  const { manifest, propertyId, settings, fields } = question;
  const money = await reserve(workshop.memory?.store, { manifest, propertyId, settings, now: workshop.clock.now() });
  if (money === undefined) {
    return { answer: toUnavailable(manifest, 'ceiling_reached'), tell: (pass) => pass.leave() };
  }
  const { provider } = entry;
  const result = await attempt(workshop, {
    provider,
    settings,
    context,
    work: (later) =>
      provider.check(fields, {
        ...later,
        ...(context.guestId !== undefined && { guestId: context.guestId }),
        phoneCountry: workshop.configFor(propertyId).phoneCountry,
        questionId: context.questionId,
        callbackUrl:
          provider.readCallback === undefined ? undefined : workshop.callbackUrlFor?.(manifest.id, propertyId),
        houseList: workshop.houseListOf(propertyId),
      }),
  });
  if (!result.hasSent) await money.giveBack();
  return toAsked(manifest, result);
}

function toAsked(manifest: ProviderManifest, { value, why, retryAfterMs }: AttemptResult): Asked {
  if (why !== undefined) {
    return { answer: toUnavailable(manifest, why), tell: (pass) => tellFailure(pass, isSilence(why), retryAfterMs) };
  }
  const answer = toCheckAnswer(value);
  if (answer === undefined || !fitsKind(manifest, answer)) {
    return { answer: toUnavailable(manifest, 'nonsense'), tell: (pass) => pass.leave() };
  }
  // Who asks nobody outside has nobody to spare: what it lacked, a list say, may be here the next moment.
  const isFailure = answer.result === 'unavailable' && manifest.hosts.length > 0;
  return { answer, tell: (pass) => tellFailure(pass, isFailure, retryAfterMs) };
}

function tellFailure(pass: Pass, isFailure: boolean, retryAfterMs: number | undefined): void {
  if (isFailure) pass.fail(retryAfterMs);
  else pass.succeed();
}

/** Only who answers later may say `pending`, and it must say how the vendor calls the question. */
function fitsKind({ kind }: ProviderManifest, { result, reference }: CheckAnswer): boolean {
  return result !== 'pending' || (kind === 'later' && reference !== undefined && reference !== '');
}
