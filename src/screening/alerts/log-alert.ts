import type { Logger } from '../../ports/logger.ts';
import type { AlertSender } from './deliver-alert.ts';

/** One line, for whoever watches the log. */
export function createLogAlert(logger: Logger): AlertSender {
  return {
    send({ alert, phase }) {
      const { id, kind, propertyId, about, facts } = alert;
      const line = { ...facts, alertId: id, kind, propertyId: propertyId ?? undefined, about };
      if (phase === 'raised') logger.warn('alert.raised', line);
      else logger.info('alert.over', line);
      return Promise.resolve();
    },
  };
}
