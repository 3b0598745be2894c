import { expect, test } from '@jest/globals';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { fillIn, type FormDesk, getSaved, openFormDesk, openSession } from '../support/form-desk.ts';
import { runUntilKilled } from '../support/run-until-killed.ts';

const fields = '{ nationality: off, document: off, phone: off, country: off, birthDate: off, arrivalTime: required }';
const config = `defaults: { form: { ask: always, fields: ${fields} } }`;
const mainGuest = { firstName: 'Ida', lastName: 'Canaryberg', email: 'ida@canaryberg.example', country: 'NO' };

const boundaries = ['after postGuest', 'after putGuest'];

test.each(boundaries)(
  'a service killed %s while it carries a form over ends where an undisturbed one does',
  async (boundary) => {
    const desk = await openFormDesk({ config });
    const { hotel } = desk;
    const { world } = hotel.sandbox;
    try {
      const stay = { arrivesOn: toDay(1), departsOn: toDay(4), adults: 2 };
      const { guestIds, reservationId } = world.book({ ...stay, mainGuest });
      const token = await desk.untilAsked(guestIds[0]);
      hotel.sandbox.faults.set({ kind: 'error_503', operation: 'p*Guest' });
      await submitWithCompanion(desk, token);
      const screeningId = await desk.findScreeningId(guestIds[0]);
      await hotel.stop();
      hotel.sandbox.faults.clear();

      // What waits for another try is made due by the staff's own button.
      const retry = () => hotel.api('POST', `/api/v1/screenings/${screeningId}/form/retry`, {}).catch(() => undefined);
      const provoke = { isReady: async () => (await retry()) !== undefined };
      await runUntilKilled({ boundary, environment: hotel.environment, config, provoke });
      await desk.startAgain();
      const [id, companionId = ''] = await eventually(
        () => {
          const ids = world.listReservations().find((other) => other.reservationId === reservationId)?.guestIds ?? [];
          return ids.length > 1 ? ids : undefined;
        },
        { what: 'the companion' },
      );
      await hotel.untilShown(id ?? '', { form_arrival_time: '18:00', screening_status: 'Completed' });
      await hotel.untilShown(companionId, { form_consents: /^privacy: yes/, screening_status: 'Completed' });
      expect(world.readReservation(reservationId).guestIds).toHaveLength(2);
      const shortcodes = world.listCustomFields().map(({ shortcode }) => shortcode);
      expect(new Set(shortcodes).size).toBe(shortcodes.length);
      // The PMS still rings for what the killed service did not answer: nobody waits for the end of that.
      const { timeline } = await eventually(
        async () => {
          const read = await desk.readScreening(id ?? '');
          return read.timeline.some(({ event }) => event === 'form_sent') ? read : undefined;
        },
        { what: 'the form to be sent' },
      );
      expect(timeline.filter(({ event }) => event === 'form_sent')).toHaveLength(1);
    } finally {
      await desk.close();
    }
  },
  300_000,
);

async function submitWithCompanion(desk: FormDesk, token: string): Promise<void> {
  const forms = desk.forms();
  const { revision } = await openSession(forms, { token });
  const values = { firstName: 'Per', lastName: 'Canaryberg', country: 'NO' };
  getSaved(await forms.addCompanion({ token }, { revision, language: 'en', values }));
  await fillIn(forms, token, { arrivalTime: '18:00' });
}
