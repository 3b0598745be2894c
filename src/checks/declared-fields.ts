import type { SubjectField, SubjectFields } from '../domain/subject.ts';
import type { DeclaredFields } from '../ports/check-provider.ts';

/** The fields that a manifest declares, and no other. */
export function toDeclaredFields(fields: SubjectFields, reads: readonly SubjectField[]): DeclaredFields {
  return Object.fromEntries(reads.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]));
}
