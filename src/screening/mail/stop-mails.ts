import type { Clock } from '../../ports/clock.ts';
import type { FormAsking } from '../../ports/forms.ts';
import type { MailStopLinks } from '../../ports/mail.ts';
import type { Store } from '../../ports/store.ts';
import { noteOnTimeline } from '../form/close-forms.ts';

/** What a guest sees who wants no more mails about a form. */
export interface MailStopView {
  readonly propertyName: string;
  readonly colour?: string;
  readonly language?: string;
  /** The property's, where the guest's own is not known. */
  readonly fallback?: string;
  readonly isStopped: boolean;
}

export interface StopMails {
  /** `undefined` for an address that was not made here, or whose form is gone. */
  find(token: string): Promise<MailStopView | undefined>;
  /** No more mails about this form; the form itself stays. Twice is once. `undefined` as above. */
  stop(token: string): Promise<MailStopView | undefined>;
}

export interface StopMailsParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly forms: FormAsking;
  readonly stopLinks: MailStopLinks;
}

export function createStopMails({ store, clock, forms, stopLinks }: StopMailsParts): StopMails {
  const find = async (token: string): Promise<MailStopView | undefined> => {
    const formId = stopLinks.findFormId(token);
    if (formId === undefined) return undefined;
    return store.read(async (rows) => {
      const form = await rows.forms.find(formId);
      if (form === undefined) return undefined;
      const property = await rows.properties.get(form.propertyId);
      const { look, language: fallback } = forms.settingsFor(form.propertyId);
      return {
        propertyName: look.name ?? property.name,
        ...(look.colour !== undefined && { colour: look.colour }),
        ...(form.language !== undefined && { language: form.language }),
        ...(fallback !== undefined && { fallback }),
        isStopped: (await rows.mails.findStop(formId)) !== undefined,
      };
    });
  };
  return {
    find,
    async stop(token) {
      const view = await find(token);
      const formId = stopLinks.findFormId(token);
      if (view === undefined || formId === undefined) return undefined;
      await store.transaction(async (rows) => {
        const at = clock.now();
        const form = await rows.forms.find(formId);
        const isNew = await rows.mails.stop(formId, at);
        if (form && isNew) await noteOnTimeline(rows, form, { at, event: 'mail_stopped', actor: 'guest' });
      });
      return { ...view, isStopped: true };
    },
  };
}
