import { createHookDoor } from '../checks/http/hook-door.ts';
import type { Settings } from '../config/environment.ts';
import { toAlertMail } from '../mail/alert-mail.ts';
import type { Alert, HookDoor } from '../ports/alerts.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobHandlers } from '../ports/jobs.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';
import { createDeliverAlert } from '../screening/alerts/deliver-alert.ts';
import { createLogAlert } from '../screening/alerts/log-alert.ts';
import { createMailAlert } from '../screening/alerts/mail-alert.ts';
import { createPostAlert } from '../screening/alerts/post-alert.ts';
import { createWatchAlerts } from '../screening/alerts/watch-alerts.ts';
import type { ConfigurationFile } from './compose-configuration.ts';
import type { ComposedChecks } from './compose-checks.ts';
import type { ComposedMail } from './compose-mail.ts';
import type { ComposedWatchlists } from './compose-watchlists.ts';

export interface AlertParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly checks: Pick<ComposedChecks, 'providerWatch' | 'listFor'>;
  readonly watchlists: Pick<ComposedWatchlists, 'http' | 'listsFor'>;
  readonly mail: Pick<ComposedMail, 'mailer'>;
  readonly configuration: ConfigurationFile;
  readonly surroundings: { readonly hookDoor?: HookDoor };
}

export interface ComposedAlerts {
  readonly handlers: Pick<JobHandlers, 'deliver-alert' | 'watch-alerts'>;
}

/** Everything that notices what the service cannot mend alone, and tells somebody. */
export function composeAlerts(parts: AlertParts): ComposedAlerts {
  const { settings, store, clock, logger, checks, watchlists, mail } = parts;
  const { hookDoor = createHookDoor() } = parts.surroundings;
  const configFor = (propertyId: string | null) => settings.properties.configFor(propertyId ?? '');
  const toPageUrl = (alert: Alert) => toAlertPage(settings.publicUrl, alert);
  const { mailer } = mail;
  return {
    handlers: {
      'watch-alerts': createWatchAlerts({
        ...{ store, clock, providers: checks.providerWatch, listProviders: checks.listFor },
        ...{ watchlists: watchlists.http.lists, listsFor: watchlists.listsFor },
        listConfigurationProblems: parts.configuration.listProblems,
      }),
      'deliver-alert': createDeliverAlert({
        ...{ store, clock },
        senders: {
          log: createLogAlert(logger),
          webhook: createPostAlert({
            ...{ clock, logger, door: hookDoor, toPageUrl },
            hookFor: (propertyId) => configFor(propertyId).alerts.hook ?? settings.alertHook,
          }),
          ...(mailer && {
            mail: createMailAlert({
              ...{ store, logger, mailer, toMail: toAlertMail, toPageUrl },
              mailToFor: (propertyId) => configFor(propertyId).alerts.mailTo,
              languageFor: (propertyId) => configFor(propertyId).language,
            }),
          }),
        },
      }),
    },
  };
}

/** Where on the dashboard somebody can do something about it. */
function toAlertPage(publicUrl: string, { propertyId, facts }: Alert): string {
  if (propertyId === null) return `${publicUrl}/`;
  const { screeningId } = facts;
  const parts = [propertyId, 'arrivals', ...(typeof screeningId === 'string' ? [screeningId] : [])];
  return `${publicUrl}/#/${parts.map(encodeURIComponent).join('/')}`;
}
