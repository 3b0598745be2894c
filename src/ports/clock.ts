import type { Instant } from '../domain/subject.ts';

/** The only source of now. Tests set it. */
export interface Clock {
  now(): Instant;
}
