import { randomBytes } from 'node:crypto';
import { ServiceError } from '../../domain/errors.ts';
import { emptyContent } from '../../domain/form/form-content.ts';
import type { FormChange, FormRepository, GuestForm, GuestOverlay, NewForm } from '../../ports/forms.ts';
import { toJsonRows } from '../engine.ts';
import { createFormParts } from './form-parts.ts';
import { type FormRow, toContentPlace, toForm } from './form-row.ts';
import { createFormStatements } from './form-statements.ts';
import type { RowParts } from '../row-parts.ts';

export function createForms(parts: RowParts): FormRepository {
  const { sealing, digests } = parts;
  const statements = createFormStatements(parts);
  const { forgetParts, ...formParts } = createFormParts(parts);
  const open = (row: FormRow) => toForm(row, sealing);
  const find = async (formId: string) => (await statements.find({ formId })).map(open)[0];
  const get = async (formId: string): Promise<GuestForm> => {
    const form = await find(formId);
    if (form === undefined) throw new ServiceError('form_unknown', { formId });
    return form;
  };
  const save = async (formId: string, change: FormChange): Promise<void> => {
    await statements.save(toSavedRow(parts, await get(formId), change));
  };
  const reading: ListForms = {
    listByReservation: async (propertyId, reservationId) =>
      (await statements.listByReservation({ propertyId, reservationId })).map(open),
    listByGuest: async (propertyId, guestId) => (await statements.listByGuest({ propertyId, guestId })).map(open),
  };

  return {
    find,
    get,
    save,
    ...formParts,
    async add(form) {
      await statements.add(toNewRow(parts, form));
    },
    findByToken: async (token) => (await statements.findByToken({ digest: digests.formToken(token) })).map(open)[0],
    findBySubject: async ({ propertyId, reservationId, guestId }) =>
      (await statements.findBySubject({ propertyId, reservationId, guestId })).map(open)[0],
    ...reading,
    async listOverlays(propertyId, guestIds) {
      if (guestIds.length === 0) return new Map();
      const ids = toJsonRows(guestIds.map((id) => [id]));
      return toOverlays((await statements.listSubmitted({ propertyId, ids })).map(open));
    },
    listPersonAsked: async (propertyId, { limit }) =>
      (await statements.listPersonAsked({ propertyId, limit })).map(open),
    countFactorTry: async (formId, { at, since, isRight }) =>
      (await statements.countFactorTry({ formId, at, since, wrong: isRight ? 0 : 1 }))[0]?.count ?? 0,
    async moveCompanions({ id: from, propertyId, reservationId }, into) {
      await statements.moveCompanions({ propertyId, reservationId, from, into });
    },
    async moveGuest(propertyId, from, into) {
      await statements.moveGuest({ propertyId, from, into });
    },
    forgetGuest: createForgetForms({ ...reading, save, forgetParts }),
  };
}

type ListForms = Pick<FormRepository, 'listByReservation' | 'listByGuest'>;

interface ForgetParts extends ListForms {
  readonly save: FormRepository['save'];
  readonly forgetParts: (formId: string) => Promise<void>;
}

/** With whom the guest named and the PMS never knew: nobody else will ask for them to be forgotten. */
function createForgetForms({ listByGuest, listByReservation, save, forgetParts }: ForgetParts) {
  return async (propertyId: string, guestId: string): Promise<void> => {
    for (const form of await listByGuest(propertyId, guestId)) {
      const party = await listByReservation(propertyId, form.reservationId);
      const unknown = party.filter((other) => other.hostFormId === form.id && other.guestId === undefined);
      for (const { id, generation } of [form, ...unknown]) {
        await save(id, { ...forgotten, link: { generation: generation + 1, token: toDeadToken() } });
        await forgetParts(id);
      }
    }
  };
}

const forgotten: FormChange = {
  ...{ state: 'closed', content: emptyContent, delivery: 'none' },
  ...{ refusal: undefined, personAskedAt: undefined },
};

/** Nobody holds it. */
function toDeadToken(): string {
  return randomBytes(32).toString('base64url');
}

function toOverlays(forms: readonly GuestForm[]): ReadonlyMap<string, GuestOverlay> {
  const withOverlay = forms.filter(({ content }) => Object.keys(content.overlay).length > 0);
  return new Map(
    withOverlay.map(({ id, guestId = '', content }) => [guestId, { formId: id, overlay: content.overlay }]),
  );
}

function toNewRow({ sealing, digests }: RowParts, form: NewForm) {
  const { id, propertyId, reservationId, generation, openedAt, token, content, needed = [] } = form;
  return {
    ...{ id, propertyId, reservationId, generation, openedAt },
    guestId: form.guestId ?? null,
    hostFormId: form.hostFormId ?? null,
    digest: digests.formToken(token),
    needed: JSON.stringify(needed),
    sealed: sealing.seal(toContentPlace(id), content),
  };
}

/** What a change does not name stays; what it names as undefined is emptied. */
function toSavedRow({ sealing, digests }: RowParts, known: GuestForm, { link, ...change }: FormChange) {
  const form = { ...known, ...change } as GuestForm;
  return {
    id: form.id,
    guestId: form.guestId ?? null,
    state: form.state,
    revision: form.revision,
    generation: link?.generation ?? form.generation,
    digest: link === undefined ? null : digests.formToken(link.token),
    needed: JSON.stringify(form.needed),
    language: form.language ?? null,
    submittedAt: form.submittedAt ?? null,
    delivery: form.delivery,
    deliveredAt: form.deliveredAt ?? null,
    refusal: form.refusal ?? null,
    personAskedAt: form.personAskedAt ?? null,
    sealedContent: sealing.seal(toContentPlace(form.id), form.content),
  };
}
