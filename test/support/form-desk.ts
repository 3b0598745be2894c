import { composeFormPages } from '../../src/compose/compose-forms.ts';
import type { Store } from '../../src/ports/store.ts';
import type { FormAccess, FormSession, GuestForms } from '../../src/screening/form/guest-form.ts';
import type { TypedValues } from '../../src/domain/form/check-answers.ts';
import { toFormParts } from './form-parts.ts';
import { hotelClock } from './hotel-clock.ts';
import { type Hotel, type HotelOptions, openHotel, toSettings } from './hotel.ts';

/** A hotel, and what stands behind its guests' pages. */
export interface FormDesk {
  readonly hotel: Hotel;
  readonly forms: () => GuestForms;
  /** The token of the link that the PMS shows of a guest. */
  untilAsked(guestId: string): Promise<string>;
  findScreeningId(guestId: string): Promise<string>;
  readScreening(guestId: string): Promise<ScreeningRead>;
  /** After `hotel.stop()`, over the same database. */
  startAgain(): Promise<void>;
  close(): Promise<void>;
}

export interface ScreeningRead {
  readonly timeline: readonly { readonly event: string }[];
}

export async function openFormDesk(options: HotelOptions): Promise<FormDesk> {
  const hotel = await openHotel(options);
  let forms: GuestForms | undefined;
  const start = () =>
    hotel.start({
      wrapStore: (store) => {
        forms = toForms(hotel, store, options.config ?? '');
        return store;
      },
    });
  await start();
  return {
    hotel,
    forms: () => {
      if (forms === undefined) throw new Error('The service has no store.');
      return forms;
    },
    untilAsked: async (guestId) => {
      const shown = await hotel.untilShown(guestId, { screening_link: /\/form\/[\w-]{43}$/ });
      return shown.screening_link?.split('/').at(-1) ?? '';
    },
    findScreeningId: (guestId) => findScreeningId(hotel, guestId),
    readScreening: async (guestId) => {
      const id = await findScreeningId(hotel, guestId);
      return (await hotel.api('GET', `/api/v1/screenings/${id}`)).body;
    },
    startAgain: start,
    close: () => hotel.close(),
  };
}

async function findScreeningId(hotel: Hotel, guestId: string): Promise<string> {
  const { body } = await hotel.api('GET', `/api/v1/properties/${hotel.sandbox.propertyId}/screenings?limit=200`);
  const { items } = body as { readonly items: readonly { readonly id: string; readonly guestId: string }[] };
  const found = items.find((item) => item.guestId === guestId);
  if (found === undefined) throw new Error(`Guest ${guestId} has no screening.`);
  return found.id;
}

/** The same that the service has behind its pages, over the same store. */
function toForms({ environment }: Hotel, store: Store, config: string): GuestForms {
  return composeFormPages(toFormParts(toSettings(environment, config), store, hotelClock), undefined).forms;
}

export async function openSession(forms: GuestForms, access: FormAccess): Promise<FormSession> {
  const opening = await forms.openByToken(access);
  if (opening?.kind !== 'open') throw new Error(`The form is ${opening?.kind ?? 'gone'}.`);
  return opening.session;
}

/** Goes through all steps with these values, and sends the form off. */
export async function fillIn(forms: GuestForms, given: string | FormAccess, values: TypedValues): Promise<FormSession> {
  const access = typeof given === 'string' ? { token: given } : given;
  let session = await openSession(forms, access);
  for (const { id } of session.steps) {
    const writing = { step: id, revision: session.revision, values };
    session = getSaved(await forms.saveStep(access, writing));
  }
  const { revision } = session;
  return getSaved(await forms.submit(access, { revision, language: 'en', consents: ['privacy'] }));
}

export function getSaved(writing: Awaited<ReturnType<GuestForms['saveStep']>>): FormSession {
  if (writing.kind === 'saved') return writing.session;
  const problems = writing.kind === 'problems' ? JSON.stringify(writing.problems) : '';
  throw new Error(`Nothing was saved: ${writing.kind} ${problems}`);
}
