import { toCurrentSecrets } from '../../src/domain/signed-callback.ts';
import type { CheckAnswer } from '../../src/domain/finding.ts';
import type { CheckContext, CheckProvider, DeclaredFields } from '../../src/ports/check-provider.ts';
import { assertAnswered, type ProviderRequest } from '../../src/ports/provider-http.ts';
import { fillTemplate, fillText, type TemplateValues } from './body-template.ts';
import { readCallback } from './callback.ts';
import { manifest } from './manifest.ts';
import { readServiceConfig, type ServiceConfig } from './service-config.ts';
import { toServiceAnswer, toUnavailable } from './service-answer.ts';

export const genericHttp: CheckProvider = {
  manifest,
  check: async (fields, context) => {
    const known = toKnown(fields);
    const reading = readServiceConfig(context.settings);
    if ('problems' in reading) return toMisconfigured(reading.problems);
    const { config } = reading;
    const missing = config.requiredFields.filter((name) => known[name] === undefined);
    if (missing.length > 0) {
      const text = `${config.name} cannot be asked without ${missing.join(', ')}`;
      return { result: 'incomplete', reasons: [{ code: 'generic_http.field_missing', text }], missing };
    }
    const response = await context.http.request(toRequest(config, known, context));
    assertAnswered(response);
    return toServiceAnswer(config, config.answer, response.json());
  },
  readCallback,
};

/** The declared fields that have a value; what the PMS leaves blank is not known. */
function toKnown(fields: DeclaredFields): TemplateValues {
  const entries = manifest.reads.map((name) => [name, fields[name]] as const);
  return Object.fromEntries(entries.filter(([, value]) => typeof value !== 'string' || value.trim() !== ''));
}

function toRequest(config: ServiceConfig, known: TemplateValues, context: CheckContext): ProviderRequest {
  const { settings, questionId, callbackUrl } = context;
  const [secret1] = toCurrentSecrets(settings.secret1);
  const [secret2] = toCurrentSecrets(settings.secret2);
  const headers = config.headers.map(
    ([name, text]) => [name, fillText(text, { secret1, secret2, questionId })] as const,
  );
  const request = { method: config.method, url: config.url, headers: Object.fromEntries(headers) };
  if (config.body === undefined) return request;
  const body = fillTemplate(config.body, { ...known, questionId, callbackUrl });
  return config.bodyFormat === 'form' ? { ...request, form: toForm(body) } : { ...request, json: body };
}

function toForm(body: unknown): Record<string, string> {
  const entries = Object.entries(body as Readonly<Record<string, string | number | boolean | null>>);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== null).map(([name, value]) => [name, String(value)]),
  );
}

function toMisconfigured(problems: readonly string[]): CheckAnswer {
  return toUnavailable(
    { name: manifest.label },
    'misconfigured',
    `is not described well enough to be asked. ${problems.join('. ')}`.slice(0, 2_000),
  );
}
