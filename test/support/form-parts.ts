import { composeFormAsking, type FormParts } from '../../src/compose/compose-forms.ts';
import type { Settings } from '../../src/config/environment.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Store } from '../../src/ports/store.ts';
import { createExpectedEchoes } from '../../src/screening/syncing/expected-echoes.ts';

/** What forms are made of, where nobody looks at log and figures. */
export function toFormParts(settings: Settings, store: Store, clock: Clock): FormParts {
  const silent = () => undefined;
  return {
    ...{ settings, store, clock },
    expectedEchoes: createExpectedEchoes(0),
    formAsking: composeFormAsking(settings),
    logger: { debug: silent, info: silent, warn: silent, error: silent },
    metrics: { count: silent, observe: silent },
  };
}
