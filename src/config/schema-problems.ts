import type { z } from 'zod';
import { isProtectedAttribute, protectedAttributeMessage } from './protected-attributes.ts';

/** What is wrong, and where: the keys that lead there. */
export interface SchemaProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * An unknown key is named at its own path, one problem each; within a policy, one that nobody may be judged by is told apart.
 * No message quotes a value.
 */
export function toSchemaProblems(
  error: z.ZodError,
  isInPolicy: (path: readonly PropertyKey[]) => boolean,
): readonly SchemaProblem[] {
  const withUnknownKeys = error.issues
    .filter(({ code }) => code === 'unrecognized_keys')
    .map(({ path }) => path.join('.'));
  return error.issues.flatMap((issue) => {
    // Where a key is unknown, what else the whole of them lacks is most likely that key.
    if (issue.code === 'custom' && withUnknownKeys.includes(issue.path.join('.'))) return [];
    if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: toMessage(issue) }];
    return issue.keys.map((key) => {
      const isProtected = isInPolicy(issue.path) && isProtectedAttribute(key);
      return { path: [...issue.path, key], message: isProtected ? protectedAttributeMessage : 'is not known' };
    });
  });
}

function toMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    return issue.message.endsWith('received undefined') ? 'is required' : `must be of type ${issue.expected}`;
  }
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  return issue.message;
}
