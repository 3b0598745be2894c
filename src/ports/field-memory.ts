import type { Instant } from '../domain/subject.ts';
import type { GuestFieldDefinition } from './pms.ts';

/** Our guest fields as a property has them: what they are called there, and how much they hold. */
export interface LearnedFields {
  readonly fields: readonly GuestFieldDefinition[];
  readonly learnedAt: Instant;
}

/** Where it is kept for the next process what a property's guest fields are called. */
export interface FieldMemory {
  find(propertyId: string): Promise<LearnedFields | undefined>;
  note(propertyId: string, learned: LearnedFields): Promise<void>;
}
