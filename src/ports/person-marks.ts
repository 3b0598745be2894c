import type { PersonMarks } from '../domain/profile/traits.ts';
import type { SubjectFields } from '../domain/subject.ts';
import type { ProfileScope } from './profiles.ts';

export type MarkedFields = Pick<
  SubjectFields,
  'firstName' | 'lastName' | 'email' | 'phone' | 'cellPhone' | 'country' | 'birthDate' | 'documentNumber'
>;

/** Makes people comparable, and says who shares cards with whom. */
export interface PersonComparison {
  /** As the property's country writes phone numbers. */
  readonly toMarks: (propertyId: string, fields: Partial<MarkedFields>) => PersonMarks;
  /** How alike two names are in any script, 0 to 1. */
  readonly compareNames: (one: string, other: string) => number;
  readonly scopeFor: (propertyId: string) => ProfileScope;
}
