import { z } from 'zod';
import type { Randomness } from './randomness.ts';

export const faultKinds = [
  'error_500',
  'error_503',
  /** 502 with an HTML page, as a gateway answers. */
  'gateway_html',
  /** A request that is in order is refused, in words that say nothing. */
  'refused',
  /** 401 for a key that is in order. */
  'unauthorized',
  /** 429 with Retry-After. */
  'too_many_requests',
  /** The connection is cut before anything happens. */
  'connection_reset',
  /** No answer until the client gives up; nothing happens. */
  'timeout',
  /** The request is carried out, then the connection is cut. */
  'applied_but_answer_lost',
  /** An ordinary answer, delayMs late. */
  'slow',
] as const;

export const faultSchema = z.strictObject({
  kind: z.enum(faultKinds),
  /** An operation such as putGuest; * stands for anything, as in get* or *. */
  operation: z.string().min(1),
  /** How many requests it strikes. Default: no end. */
  count: z.int().min(1).optional(),
  /** Of each matching request. Default 1. */
  probability: z.number().min(0).max(1).optional(),
  /** For slow. Default 1000. */
  delayMs: z.number().min(0).optional(),
  /** For too_many_requests. Default 1. */
  retryAfterS: z.int().min(0).optional(),
});

export type FaultKind = (typeof faultKinds)[number];
export type Fault = z.input<typeof faultSchema>;

export interface FaultPlan {
  set(fault: Fault): void;
  clear(): void;
  list(): readonly Fault[];
}

/** A plan, and the sandbox's own way to ask it. */
export interface DrawableFaults extends FaultPlan {
  /** The fault that strikes this request, if one does: the first that was set. Uses up one of its count. */
  draw(operation: string): Fault | undefined;
}

export function createFaults(random: Randomness): DrawableFaults {
  let faults: Fault[] = [];
  return {
    set: (fault) => void faults.push(faultSchema.parse(fault)),
    clear: () => {
      faults = [];
    },
    list: () => faults.map((fault) => ({ ...fault })),
    draw: (operation) => {
      const fault = faults.find(
        (candidate) => matches(candidate.operation, operation) && random.happens(candidate.probability ?? 1),
      );
      if (fault?.count === undefined) return fault;
      faults = faults.flatMap((other) => {
        if (other !== fault) return [other];
        return other.count === 1 ? [] : [{ ...other, count: (other.count ?? 1) - 1 }];
      });
      return fault;
    },
  };
}

function matches(pattern: string, operation: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[^A-Za-z]/g, ''));
  return new RegExp(`^${parts.join('.*')}$`).test(operation);
}
