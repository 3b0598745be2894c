import type { Digest } from '../domain/fingerprint.ts';
import type { DeclaredFields, ProviderManifest, SettingValues } from '../ports/check-provider.ts';
import { toAnswerSettings } from './settings.ts';

export interface Question {
  readonly manifest: ProviderManifest;
  readonly propertyId: string;
  readonly guestId?: string | undefined;
  readonly settings: SettingValues;
  readonly fields: DeclaredFields;
}

/**
 * Equal for questions that the same answer fits, whatever the order of their fields. Keyed: it cannot be guessed back. An
 * answer that comes later is about the person who gave it: two guests with one e-mail address are two questions there.
 */
export function toQuestionKey({ manifest, propertyId, guestId, settings, fields }: Question, digest: Digest): string {
  const told = Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1));
  const person = manifest.kind === 'later' ? guestId : undefined;
  const settingsText = toAnswerSettings(manifest, settings);
  return digest(`question:${JSON.stringify([manifest.id, manifest.version, propertyId, person, settingsText, told])}`);
}
