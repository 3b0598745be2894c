import PQueue from 'p-queue';
import type { CheckAnswer, Finding } from '../domain/finding.ts';
import type { SubjectFields } from '../domain/subject.ts';
import type { CheckContext, CheckProvider, ProviderManifest, SettingValues } from '../ports/check-provider.ts';
import type { CheckRunContext, CheckRunner } from '../ports/check-runner.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { ProviderHttp } from '../ports/provider-http.ts';
import { toCheckAnswer } from './answer-shape.ts';
import { withinDeadline } from './deadline.ts';
import { toDeclaredFields } from './declared-fields.ts';
import { toSettings } from './settings.ts';

export interface CheckRunnerParts {
  readonly providers: readonly CheckProvider[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly configFor: (propertyId: string) => PropertyCheckConfig;
  /** The door of one provider: to its own hosts and no further. */
  readonly http: (manifest: ProviderManifest) => ProviderHttp;
  readonly houseListOf: (propertyId: string) => CheckContext['houseList'];
}

export interface PropertyCheckConfig {
  readonly phoneCountry?: string | undefined;
  readonly providers: Readonly<Record<string, { readonly enabled: boolean; readonly settings: SettingValues }>>;
}

/** Throws at once where two providers share an id. */
export function createCheckRunner(parts: CheckRunnerParts): CheckRunner {
  const entries = new Map<string, RunningProvider>();
  for (const provider of parts.providers) {
    const { id, concurrency } = provider.manifest;
    if (entries.has(id)) throw new Error(`Two providers are called “${id}”.`);
    entries.set(id, { provider, queue: new PQueue({ concurrency }) });
  }
  return {
    listFor: (propertyId) => {
      const { providers } = parts.configFor(propertyId);
      const isOn = ({ id, isOnByDefault = true }: ProviderManifest) => providers[id]?.enabled ?? isOnByDefault;
      return parts.providers.map(({ manifest }) => manifest).filter(isOn);
    },
    run: (providerId, fields, context) => {
      const running = entries.get(providerId);
      if (running === undefined) throw new Error(`No provider is called “${providerId}”.`);
      return running.queue.add(() => ask(running.provider, { fields, context, parts }));
    },
  };
}

interface RunningProvider {
  readonly provider: CheckProvider;
  readonly queue: PQueue;
}

interface Question {
  readonly fields: SubjectFields;
  readonly context: CheckRunContext;
  readonly parts: CheckRunnerParts;
}

async function ask({ manifest, check }: CheckProvider, question: Question): Promise<Finding> {
  const { parts, context } = question;
  const startedAt = performance.now();
  const answer = await answerOf({ manifest, check }, question);
  parts.metrics.observe('check_seconds', { provider: manifest.id }, (performance.now() - startedAt) / 1000);
  parts.metrics.count('checks', { provider: manifest.id, result: answer.result });
  parts.logger.debug('check.finished', {
    provider: manifest.id,
    propertyId: context.propertyId,
    result: answer.result,
  });
  return toFinding(manifest, answer, parts.clock.now());
}

async function answerOf(
  { manifest, check }: CheckProvider,
  { fields, context, parts }: Question,
): Promise<CheckAnswer> {
  const config = parts.configFor(context.propertyId);
  const declared = toDeclaredFields(fields, manifest.reads);
  try {
    const answer: unknown = await withinDeadline(
      (signal) =>
        check(declared, {
          propertyId: context.propertyId,
          settings: toSettings(manifest, config.providers[manifest.id]?.settings ?? {}),
          phoneCountry: config.phoneCountry,
          now: parts.clock.now(),
          http: parts.http(manifest),
          questionId: context.questionId,
          callbackUrl: undefined,
          houseList: parts.houseListOf(context.propertyId),
          signal,
        }),
      { deadlineMs: manifest.deadlineMs, signal: context.signal },
    );
    return toCheckAnswer(answer) ?? toUnavailable(manifest, 'nonsense');
  } catch (error) {
    if (context.signal.aborted) throw error; // the service is stopping: this says nothing about the provider
    parts.logger.warn('check.failed', {
      provider: manifest.id,
      kind: error instanceof Error ? error.constructor.name : typeof error, // a name can be set, a class cannot
    });
    return toUnavailable(manifest, isTimeout(error) ? 'deadline' : 'error');
  }
}

const unavailableWords = {
  deadline: 'did not answer in time',
  error: 'failed',
  nonsense: 'gave an answer that cannot be read',
} as const;

function toUnavailable({ label }: ProviderManifest, why: keyof typeof unavailableWords): CheckAnswer {
  return {
    result: 'unavailable',
    reasons: [{ code: `check.${why}`, text: `${label} ${unavailableWords[why]}` }],
  };
}

function toFinding(manifest: ProviderManifest, answer: CheckAnswer, checkedAt: string): Finding {
  const { id, version, label } = manifest;
  return { ...answer, provider: id, providerVersion: version, label, checkedAt };
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
