import { subjectFieldNames, type SubjectFields } from './subject.ts';

/** A keyed one-way digest (hex), so that a fingerprint on disk cannot be guessed back into a birth date. */
export type Digest = (text: string) => string;

/**
 * The state of a subject's screened fields. Equal fields give equal fingerprints whatever their order; anything that is
 * not a screened field (our own custom fields above all) leaves it as it is, which is what ends an echo.
 */
export function toFingerprint(fields: SubjectFields, digest: Digest): string {
  const present = subjectFieldNames.filter((name) => fields[name] !== undefined);
  return digest(JSON.stringify(present.map((name) => [name, fields[name]])));
}
