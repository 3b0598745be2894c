import type { Settings } from '../config/environment.ts';
import { askOwnAddress } from '../diagnosis/ask-own-address.ts';
import { findDiskSpace } from '../diagnosis/find-disk-space.ts';
import { jobKinds } from '../jobs/job-limits.ts';
import type { Clock } from '../ports/clock.ts';
import type { Diagnose, PmsLook } from '../ports/doctor.ts';
import type { Pms } from '../ports/pms.ts';
import type { Store } from '../ports/store.ts';
import { createDiagnose } from '../screening/doctor/diagnose.ts';
import { createInspectDatabase } from '../store/inspection/inspect-database.ts';
import type { ConfigurationFile } from './compose-configuration.ts';
import type { ComposedMail } from './compose-mail.ts';
import type { ComposedWatchlists } from './compose-watchlists.ts';

export interface DoctorParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly clock: Clock;
  readonly pms: Pick<Pms, 'openAccount'> & PmsLook;
  readonly mail: Pick<ComposedMail, 'mailer'>;
  readonly watchlists: Pick<ComposedWatchlists, 'http' | 'listsFor'>;
  readonly configuration: ConfigurationFile;
}

/** Looks at everything that the service needs. */
export function composeDoctor({ settings, pms, mail, watchlists, configuration, ...parts }: DoctorParts): Diagnose {
  const { publicUrl, databasePath, secretKey, properties, cloudbeds } = settings;
  const key = cloudbeds.apiKey;
  return createDiagnose({
    ...parts,
    ...{ publicUrl, databasePath, jobKinds, askOwnAddress, findDiskSpace },
    look: pms,
    listConfigurationProblems: configuration.listProblems,
    mailer: mail.mailer,
    inspectDatabase: createInspectDatabase(databasePath, secretKey),
    watchlists: watchlists.http.lists,
    listsFor: watchlists.listsFor,
    webhookUrlFor: (secret) => `${publicUrl}/webhooks/cloudbeds/${secret}`,
    usesFields: (propertyId) => properties.configFor(propertyId).writeBack !== 'note',
    ...(key !== undefined && {
      countOpened: async (signal: AbortSignal) => (await pms.openAccount({ key }, signal)).properties.length,
    }),
  });
}
