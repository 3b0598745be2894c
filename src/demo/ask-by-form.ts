import type { Sandbox } from '../sandbox/start-sandbox.ts';
import { type Access, askGuest } from './desk.ts';
import { fillForm } from './fill-form.ts';
import { type DemoGuest, readRow } from './show.ts';

/** So long the guest looks at the phone before the first answer; staff see meanwhile that the guest is waited for. */
const readingMs = 1_500;

export interface AskedForms {
  /** Asks whose scene says so once their first result stands in the PMS; has those answer who do. One step at a time. */
  goOn(guests: readonly DemoGuest[]): Promise<void>;
  /** Whether all have been asked, and those have answered who will. */
  isDone(guests: readonly DemoGuest[]): boolean;
  /** The form of a guest who has not answered, to try. */
  openLink(guests: readonly DemoGuest[]): string | undefined;
  /** One line for each who has answered. */
  toLines(guests: readonly DemoGuest[]): string;
}

interface Asked {
  readonly link: string;
  readonly sinceMs: number;
  isAnswered: boolean;
}

/** The desk asks guests for more, and guests answer on their forms, over HTTP as everybody does. */
export function createAskedForms(sandbox: Sandbox, access: Access): AskedForms {
  const asked = new Map<string, Asked>();
  const bookers = (guests: readonly DemoGuest[]) =>
    guests.filter(({ scene, story }) => scene.asks !== undefined && story !== '');
  return {
    async goOn(guests) {
      for (const guest of bookers(guests)) {
        const { guestId, scene } = guest;
        const form = asked.get(guestId);
        if (form === undefined) {
          if (readRow(sandbox, guest).status !== 'Completed') continue;
          const link = await askGuest(access, guestId, scene.asks?.topics ?? []);
          if (link !== undefined) asked.set(guestId, { link, sinceMs: performance.now(), isAnswered: false });
        } else if (scene.asks?.answers !== undefined && !form.isAnswered) {
          if (performance.now() - form.sinceMs < readingMs) continue;
          form.isAnswered = true;
          await fillForm(form.link, scene.asks.answers);
        }
      }
    },
    isDone: (guests) =>
      bookers(guests).every(({ guestId, scene }) => {
        const form = asked.get(guestId);
        return form !== undefined && (scene.asks?.answers === undefined || form.isAnswered);
      }),
    openLink: (guests) =>
      bookers(guests)
        .filter(({ scene }) => scene.asks?.answers === undefined)
        .map(({ guestId }) => asked.get(guestId)?.link)
        .find((link) => link !== undefined),
    toLines: (guests) =>
      bookers(guests)
        .filter(({ guestId }) => asked.get(guestId)?.isAnswered === true)
        .map(
          (guest) =>
            `${readRow(sandbox, guest).name} was asked by form, and answered: ${toCollected(sandbox, guest)}\n`,
        )
        .join(''),
  };
}

/** What stands in the PMS that was not there before. */
function toCollected({ world }: Sandbox, { guestId }: DemoGuest): string {
  const { details, customFields } = world.readGuest(guestId);
  const document = details.documentNumber === '' ? [] : [`${details.documentType} in the PMS`];
  const fields = Object.keys(customFields).filter((name) => name.startsWith('form_') && customFields[name] !== '');
  return [...document, ...fields].join(', ');
}
