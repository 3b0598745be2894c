import { hash } from 'node:crypto';
import type { Connection } from '../../ports/connections.ts';
import type { Pms } from '../../ports/pms.ts';
import type { Property } from '../../ports/store.ts';
import type { WriteBackMode } from '../writing-back/write-back-task.ts';

export interface SetUpParts {
  readonly pms: Pick<Pms, 'needs'>;
  /** How every address begins at which events reach us; the property's secret follows. */
  readonly webhookPrefix: string;
  readonly modeFor: (propertyId: string) => WriteBackMode;
}

/** Another one where the property has to be looked at again: another address, key, way of writing, or release of this service. */
export function toSetUpMark(
  { pms, webhookPrefix, modeFor }: SetUpParts,
  property: Property,
  { id, generation, credential }: Connection,
): string {
  const { kind } = credential;
  const facts = {
    address: webhookPrefix + property.webhookSecret,
    usesFields: modeFor(property.id) !== 'note',
    // Tokens follow each other, and open the same.
    credential: [id, kind, kind === 'oauth' ? 0 : generation],
    needs: pms.needs,
  };
  return hash('sha256', JSON.stringify(facts), 'base64url');
}
