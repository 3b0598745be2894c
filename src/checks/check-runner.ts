import type { Finding } from '../domain/finding.ts';
import type { SubjectFields } from '../domain/subject.ts';
import type { ProviderManifest } from '../ports/check-provider.ts';
import type { CheckRunContext, CheckRunner } from '../ports/check-runner.ts';
import type { FindVendorHealth } from '../ports/vendor-health.ts';
import { askThrough } from './ask-through.ts';
import { toDeclaredFields } from './declared-fields.ts';
import { keep, recall } from './memory.ts';
import { type Question, toQuestionKey } from './question-key.ts';
import { toSettings, toSettingsKey } from './settings.ts';
import { toFinding } from './to-finding.ts';
import { type Entry, getEntry, type Workshop } from './workshop.ts';

/** The instant side of the kit. */
export function createCheckRunner(workshop: Workshop): CheckRunner {
  return {
    listFor: (propertyId) => {
      const { providers } = workshop.configFor(propertyId);
      const isOn = ({ id, isOnByDefault = true }: ProviderManifest) => providers[id]?.enabled ?? isOnByDefault;
      return workshop.providers.map(({ manifest }) => manifest).filter(isOn);
    },
    run: (providerId, fields, context) => run(workshop, getEntry(workshop, providerId), { fields, context }),
    toQuestionKey: (providerId, fields, about) => {
      const { memory } = workshop;
      if (memory === undefined) throw new Error(`${providerId} has no memory.`);
      return toQuestionKey(toQuestion(workshop, getEntry(workshop, providerId), { fields, about }), memory.digest);
    },
  };
}

async function run(
  workshop: Workshop,
  entry: Entry,
  asked: { readonly fields: SubjectFields; readonly context: CheckRunContext },
): Promise<Finding> {
  const { manifest } = entry.provider;
  const { context } = asked;
  const question = toQuestion(workshop, entry, { ...asked, about: context });
  const known = await recall(workshop, question, context);
  if (known !== undefined) {
    workshop.metrics.count('checks', { provider: manifest.id, result: 'reused' });
    return known;
  }
  const startedMs = performance.now();
  const answer = await askThrough(workshop, entry, { question, context });
  workshop.metrics.observe('check_seconds', { provider: manifest.id }, (performance.now() - startedMs) / 1000);
  workshop.metrics.count('checks', { provider: manifest.id, result: answer.result });
  workshop.logger.debug('check.finished', {
    provider: manifest.id,
    propertyId: context.propertyId,
    result: answer.result,
  });
  const finding = toFinding(manifest, answer, workshop.clock.now());
  await keep(workshop, question, finding);
  return finding;
}

/** How those are doing who are asked. */
export function createFindVendorHealth(workshop: Workshop): FindVendorHealth {
  return (propertyId, providerId) => {
    const { manifest } = getEntry(workshop, providerId).provider;
    const settings = toSettings(manifest, workshop.configFor(propertyId).providers[providerId]?.settings ?? {});
    return workshop.circuitFor(providerId, toSettingsKey(settings)).look();
  };
}

function toQuestion(
  { configFor }: Workshop,
  { provider: { manifest } }: Entry,
  {
    fields,
    about,
  }: { readonly fields: SubjectFields; readonly about: Pick<CheckRunContext, 'propertyId' | 'guestId'> },
): Question {
  const { propertyId, guestId } = about;
  const configured = configFor(propertyId).providers[manifest.id]?.settings ?? {};
  const settings = toSettings(manifest, configured);
  return { manifest, propertyId, guestId, settings, fields: toDeclaredFields(fields, manifest.reads) };
}
