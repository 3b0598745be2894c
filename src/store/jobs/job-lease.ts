import { ServiceError } from '../../domain/errors.ts';
import type { Lease } from '../../ports/jobs.ts';

/** A lease as the table knows it. */
export interface LeaseRef {
  readonly no: number;
  readonly generation: number;
}

export function toLeaseRef({ id, generation }: Lease): LeaseRef {
  return { no: Number(id), generation };
}

export function toLeaseLost({ id, generation }: Lease): ServiceError {
  return new ServiceError('lease_lost', { jobId: id, generation });
}
